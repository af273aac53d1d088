import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { type ExecutionResult, GraphQLScalarType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubError } from '../base/hub-error.ts';
import { composeSupergraph } from './compose.ts';
import { createEngine, type Engine, type EngineOptions } from './engine.ts';
import type { SubgraphLink } from './link.ts';
import { createLocalPlanner, type Planner } from './plan/planner.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])
`;
const sdl = `${link} scalar Even type Query { x(of: Even): Int y: Int } type Mutation { go: Int } type Subscription { tick: Int }`;
const supergraphSdl = composeSupergraph([{ name: 'a', sdl }]);

interface Watched {
  readonly engine: Engine;
  readonly plans: string[];
  readonly prepared: string[];
  ask(text: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
}

function watch(options: Partial<EngineOptions> = {}, plan?: (text: string) => Promise<QueryPlan>): Watched {
  const plans: string[] = [];
  const prepared: string[] = [];
  const real = createLocalPlanner(supergraphSdl);
  const planner: Planner = {
    plan: async (text) => {
      plans.push(text);
      return plan ? plan(text) : real.plan(text);
    },
  };
  const a: SubgraphLink = {
    name: 'a',
    prepare: (operation) => {
      prepared.push(operation);
      return async () => ({ data: { x: 1, y: 2, go: 3 } });
    },
  };
  const engine = createEngine({ supergraphSdl, links: [a], planner, ...options });
  const ask = (text: string, variables: Record<string, unknown> = {}) =>
    engine.execute({ document: parse(text), documentKey: text, variables, context: {} });
  return { engine, plans, prepared, ask };
}

describe('the engine plans', () => {
  it('once for concurrent first requests, and never again', async () => {
    const { ask, plans, prepared } = watch();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('{ x }')));
    await ask('{ x }');
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"data":{"x":1}}']));
    expect([plans.length, prepared.length]).toEqual([1, 1]);
  });

  it('once for each combination of conditions that is asked for, however many requests ask at once', async () => {
    const { ask, plans } = watch();
    const text = 'query ($a: Boolean!, $b: Boolean = false) { x @include(if: $a) y @skip(if: $b) }';
    const asked = [{ a: true }, { a: false }, { a: true, b: true }, { a: true, b: false }, { a: false }];
    const answers = await Promise.all(asked.map((variables) => ask(text, variables)));
    expect(answers.map(({ data }) => data)).toEqual([{ x: 1, y: 2 }, { y: 2 }, { x: 1 }, { x: 1, y: 2 }, { y: 2 }]);
    expect(plans.length).toBe(3);
  });

  it('anew what it has forgotten: the operations kept are bounded', async () => {
    const { ask, plans } = watch({ maxOperations: 2 });
    for (const text of ['{ x }', '{ y }', '{ a: x }', '{ x }']) await ask(text);
    expect(plans.length).toBe(4);
    await ask('{ a: x }');
    expect(plans.length).toBe(4);
  });

  it('anew a combination of conditions that it has forgotten: those kept of one operation are bounded', async () => {
    const { ask, plans } = watch();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const text = `query (${names.map((name) => `$${name}: Boolean!`)}) { y ${names.map((name) => `${name}: x @include(if: $${name})`).join(' ')} }`;
    const combination = (bits: number) =>
      Object.fromEntries(names.map((name, index) => [name, ((bits >> index) & 1) === 1]));
    for (let bits = 0; bits < 32; bits++) await ask(text, combination(bits));
    await ask(text, combination(31));
    expect(plans.length).toBe(32);
    await ask(text, combination(0));
    expect(plans.length).toBe(33);
  });

  it('only once what cannot be planned, and gives every caller the same error', async () => {
    const { ask, plans } = watch({}, async () => {
      throw new Error('no path');
    });
    const answers = await Promise.all([ask('{ x }'), ask('{ x }')]);
    answers.push(await ask('{ x }'));
    for (const { data, errors } of answers) {
      expect(data).toBeUndefined();
      expect(errors?.[0]).toMatchObject({
        message: 'This operation could not be planned.',
        extensions: { code: 'INTERNAL' },
      });
    }
    expect(plans.length).toBe(1);
  });
});

describe('the engine refuses, before planning anything,', () => {
  it.each([
    ['@defer', '{ ... @defer { x } }'],
    ['@stream', '{ x @stream(initialCount: 1) }'],
    ['a subscription where one answer is wanted', 'subscription { tick }'],
    ['@defer in a fragment', '{ ...F } fragment F on Query { ... @defer(label: "l") { y } }'],
    ['a document of several operations without the name of one', 'query A { x } query B { y }'],
  ])('%s', async (_what, text) => {
    const { ask, plans } = watch();
    const { data, errors } = await ask(text);
    expect([data, errors?.map(({ extensions }) => extensions.code), plans]).toEqual([undefined, ['BAD_REQUEST'], []]);
  });

  it('a value that a custom scalar does not take, naming the variable and not the value', async () => {
    const parseValue = (value: unknown) => {
      if (typeof value === 'number' && value % 2 === 0) return { half: value / 2 };
      throw new TypeError('Even takes even numbers');
    };
    const { ask, plans } = watch({ scalars: { Even: new GraphQLScalarType({ name: 'Even', parseValue }) } });
    const { errors } = await ask('query ($n: Even) { x(of: $n) }', { n: 4321 });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain('$n');
    expect(JSON.stringify(errors)).not.toContain('4321');
    expect(plans).toEqual([]);
  });

  it('a plan for a subgraph that is not connected', async () => {
    const { ask } = watch({ links: [] });
    expect((await ask('{ x }')).errors?.[0]?.originalError).toBeInstanceOf(HubError);
  });
});

describe('the engine sends', () => {
  it('custom scalars as they came, for the subgraph to parse', async () => {
    const sent: unknown[] = [];
    const a: SubgraphLink = {
      name: 'a',
      prepare: () => async (variables) => {
        sent.push(variables);
        return { data: { x: 1 } };
      },
    };
    const parseValue = (value: unknown) => ({ parsed: value });
    const { ask } = watch({ links: [a], scalars: { Even: new GraphQLScalarType({ name: 'Even', parseValue }) } });
    await ask('query ($n: Even = 6) { x(of: $n) }', { n: 4 });
    await ask('query ($n: Even = 6) { x(of: $n) }');
    expect(sent).toEqual([{ n: 4 }, { n: 6 }]);
  });
});

describe('an engine that is closed', () => {
  it('ends its own planner: what is compiled still answers, nothing new is planned', async () => {
    const prepare = () => async () => ({ data: { x: 1, y: 2 } });
    const engine = createEngine({ supergraphSdl, links: [{ name: 'a', prepare }] });
    const ask = (text: string) => engine.execute({ document: parse(text), documentKey: text, context: {} });
    expect(await ask('{ x }')).toEqual({ data: { x: 1 } });
    engine.close();
    expect(await ask('{ x }')).toEqual({ data: { x: 1 } });
    expect((await ask('{ y }')).errors?.[0]?.message).toBe('This operation could not be planned.');
  });
});
