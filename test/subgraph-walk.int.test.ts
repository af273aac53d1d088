import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { citySdl } from '../src/city/index.ts';
import { listCommittedSubgraphs } from '../src/hub.ts';
import { createSubgraphTokenSigner, type Mandate, readSigningKey } from '../src/identity/index.ts';
import { citizenCaller, mandateOf, staffCaller } from '../src/identity/testing/callers.ts';
import { collectValues } from './support/collect-values.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { type EntityStep, walkEntities } from './support/walk-entities.ts';

// The hub asks subgraphs by the key of an object. What stands between somebody's key and his record is the subgraph's own
// guard: here every subgraph is asked past the hub's own checks, by callers to whom the record is not theirs.
const soon = { expiresMs: Date.now() + 3_600_000 };
const [A, B] = [findPerson('ganda').nik, findPerson('demo').nik];
const subgraphs = listCommittedSubgraphs().filter(({ name }) => name !== citySdl.name);
const UNCHECKED = { assumeValidSDL: true, assumeValid: true };
const steps = subgraphs.flatMap(({ name, sdl }) => {
  const schema = buildSchema(`${sdl}\nscalar _Any`.replace(/extend schema @link[^\n]*\n?/g, ''), UNCHECKED);
  return walkEntities(schema, parse(sdl), B).map((step) => ({ ...step, opd: name }));
});

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true, remote: subgraphs.map(({ name }) => name) });
}, 120_000);
afterAll(() => hub.stop());

type Key = string | Readonly<Record<string, string>>;

/** Asks for the object of a key: its only field, or each by its name. */
async function send({ opd, type, key: fields, operation }: EntityStep & { opd: string }, key: Key, mandate: Mandate) {
  const signer = createSubgraphTokenSigner(readSigningKey(hub.opds.hubSettings.HUB_SUBGRAPH_SIGNING_KEY ?? ''));
  const response = await fetch(hub.opds.urls.get(opd) ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await signer.sign(mandate, opd)}` },
    body: JSON.stringify({
      query: operation,
      variables: { of: [{ __typename: type, ...(typeof key === 'string' ? { [fields]: key } : key) }] },
    }),
  });
  // Refused at the field, not at the door: the hub itself vouches for these callers.
  expect(response.status).toBe(200);
  return (await response.json()) as { data?: { _entities?: unknown }; errors?: unknown[] };
}
const callsMade = () => Object.values(hub.demo.city.systems).reduce((sum, { control }) => sum + control.calls.total, 0);

const ofCitizen = steps.filter(({ type }) => type === 'Citizen');

it('there is something to walk: B himself gets records of every agency by his own key', async () => {
  const found = new Map<string, number>();
  for (const step of ofCitizen) {
    const { data } = await send(step, B, mandateOf(citizenCaller(B, soon)));
    found.set(step.opd, (found.get(step.opd) ?? 0) + collectValues(data).size);
  }
  const empty = [...found].filter(([, values]) => values === 0).map(([opd]) => opd);
  // These three have records of civil servants and of those in need alone, and B is neither.
  expect(empty.filter((opd) => !['bkpsdmd', 'bpkad', 'dinsos'].includes(opd))).toEqual([]);
});

it.each<[string, Mandate]>([
  ['nobody', mandateOf({ kind: 'anonymous' }, { basis: undefined, isConsented: false })],
  ['another citizen', mandateOf(citizenCaller(A, soon))],
  [
    'an officer without a case',
    mandateOf(staffCaller('officer', 'dpmptsp', soon), { basis: undefined, isConsented: false }),
  ],
  ['the mayor’s office', mandateOf(staffCaller('mayor', undefined, soon), { basis: undefined, isConsented: false })],
  ['B in an application without scopes', mandateOf(citizenCaller(B, { ...soon, scopes: new Set() }))],
  ['B without consent', mandateOf(citizenCaller(B, soon), { isConsented: false, basis: 'consent' })],
])('%s gets nothing by the key of B, and no system is asked', async (_who, mandate) => {
  const shown: string[] = [];
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
  for (const step of ofCitizen) {
    const { data, errors } = await send(step, B, mandate);
    if (collectValues(data?._entities).size > 0 || !errors) shown.push(`${step.opd} at ${step.place}`);
  }
  expect(shown).toEqual([]);
  expect(callsMade()).toBe(0);
});

it('no other kind of object gives a personal record by its key', async () => {
  const siti = mandateOf(citizenCaller(findPerson('siti').nik, soon));
  const byNip = steps.filter(({ type }) => type === 'Employee');
  const employment = steps.find(({ place }) => place === 'Citizen.employment.nip');
  expect(byNip.length).toBeGreaterThan(3);
  const { data } = await send(employment as (typeof steps)[number], findPerson('siti').nik, siti);
  const [nip = ''] = collectValues(data);
  expect(nip).toMatch(/^\d{18}$/);
  for (const step of byNip) {
    for (const mandate of [mandateOf(citizenCaller(A, soon)), mandateOf(staffCaller('mayor', undefined, soon))]) {
      const answer = await send(step, nip, mandate);
      expect(collectValues(answer.data?._entities), step.place).toEqual(new Set());
    }
  }
});

describe('an application of B, by its key', () => {
  const byNumber = steps.filter(({ type }) => type === 'Application');
  const STREAM = 'dpmptsp/perizinan/Permit';
  const numberOf = async (nik: string): Promise<string> => {
    const permits = ofCitizen.find(({ place }) => place === 'Citizen.permits.id') as (typeof steps)[number];
    const { data } = await send(permits, nik, mandateOf(citizenCaller(nik, soon)));
    return [...collectValues(data)][0] ?? '';
  };
  const ask = async (nik: string, number: string, mandate: Mandate) => {
    const answers = [];
    for (const step of byNumber) answers.push(await send(step, { nik, stream: STREAM, number }, mandate));
    return answers;
  };
  /** What the answers hold beside the key that was asked by. */
  const shownOf = (answers: readonly { data?: unknown }[], ...asked: readonly string[]) =>
    [...collectValues(answers.map(({ data }) => data))].filter((value) => ![...asked, STREAM].includes(value));

  it('is opened to B', async () => {
    const number = await numberOf(B);
    expect(byNumber.length).toBeGreaterThan(8);
    expect(shownOf(await ask(B, number, mandateOf(citizenCaller(B, soon))), B).length).toBeGreaterThan(2);
  });

  it.each<[string, Mandate]>([
    ['another citizen', mandateOf(citizenCaller(A, soon))],
    ['B without consent', mandateOf(citizenCaller(B, soon), { isConsented: false, basis: 'consent' })],
    ['the mayor’s office', mandateOf(staffCaller('mayor', undefined, soon), { basis: undefined, isConsented: false })],
  ])('is refused to %s, and no system is asked', async (_who, mandate) => {
    const number = await numberOf(B);
    for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
    const answers = await ask(B, number, mandate);
    expect(shownOf(answers)).toEqual([]);
    for (const { errors } of answers) expect(errors?.length).toBeGreaterThan(0);
    expect(callsMade()).toBe(0);
  });

  // The hub makes these keys out of its own copies, so that A comes with this one is its fault or the system's.
  it('shows A nothing who says that it is his', async () => {
    const number = await numberOf(B);
    const answers = await ask(A, number, mandateOf(citizenCaller(A, soon)));
    expect(shownOf(answers, A, number)).toEqual([]);
    expect(JSON.stringify(answers.map(({ errors }) => errors))).not.toContain(number);
  });
});
