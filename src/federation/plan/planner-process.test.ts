import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { PlannerFailure } from './planner.ts';
import { createPlannerProcess, type PlannerProcess } from './planner-process.ts';
import { PlannerQueue } from './planner-queue.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@external", "@requires"])
`;
const supergraphSdl = composeSupergraph([
  {
    name: 'a',
    sdl: `${link} type Query { box: Box } type Box @key(fields: "id") { id: ID! size: Size }
      type Size { of(unit: String): Int }`,
  },
  {
    name: 'b',
    sdl: `${link} type Box @key(fields: "id") { id: ID! size: Size @external
        fee: Int @requires(fields: "size { of(unit: \\"cm\\") }") }
      type Size @external { of(unit: String): Int }`,
  },
]);
/** Panics in the planner (0.0.38): a nested field that a `@requires` wants with other arguments. */
const killer = '{ box { fee size { of(unit: "m") } } }';

let planner: PlannerProcess | undefined;
afterEach(() => planner?.close());

describe('a planner in a process of its own', () => {
  it('plans', async () => {
    planner = createPlannerProcess(supergraphSdl);
    expect(await planner.plan('{ box { id } }')).toMatchObject({ node: { kind: 'Fetch', serviceName: 'a' } });
  });

  it('rejects what cannot be planned and stays', async () => {
    planner = createPlannerProcess(supergraphSdl);
    await expect(planner.plan('{ nothing }')).rejects.toThrow("Field 'nothing' not found");
    await expect(planner.plan('{ box { id } }')).resolves.toBeDefined();
  });

  it('outlives a query that ends its process, and fails only that one', async () => {
    planner = createPlannerProcess(supergraphSdl);
    const texts = ['{ box { id } }', killer, '{ box { fee } }', killer, '{ again: box { id } }'];
    const outcomes = await Promise.allSettled(texts.map(async (text) => planner?.plan(text)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { message: expect.stringContaining('planner ended while planning') } });
  });

  it('gives up a plan that takes too long, and starts anew', async () => {
    const program = fileURLToPath(new URL('../../../test/federation/support/hanging-planner.ts', import.meta.url));
    const queue = new PlannerQueue(supergraphSdl, 20, program);
    const plan = (operationText: string) =>
      new Promise((resolve, reject) => queue.add({ operationText, resolve, reject }));
    const outcomes = await Promise.allSettled([plan('hang'), plan('{ box }'), plan('hang')]);
    queue.close();
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(outcomes[0]).toMatchObject({ reason: expect.any(PlannerFailure) });
  });

  it('rejects what is asked of it when it is closed', async () => {
    planner = createPlannerProcess(supergraphSdl);
    const underWay = planner.plan('{ box { id } }');
    planner.close();
    await expect(underWay).rejects.toThrow();
    await expect(planner.plan('{ box { id } }')).rejects.toThrow('closed');
  });

  it('is ready when it has read the supergraph', async () => {
    planner = createPlannerProcess(supergraphSdl);
    await expect(planner.ready()).resolves.toBeUndefined();
  });

  it('refuses a supergraph that is no GraphQL at once, and one that the planner does not take when asked', async () => {
    expect(() => createPlannerProcess('type Query {')).toThrow('The supergraph cannot be read');
    planner = createPlannerProcess('directive @join__type on OBJECT type Query @join__type { a: Int }');
    await expect(planner.ready()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(planner.plan('{ a }')).rejects.toThrow();
  });
});
