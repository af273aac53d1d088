import { getNamedType, parse } from 'graphql';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { runMonth } from '../src/city/index.ts';
import { buildPublicSchema } from '../src/federation/index.ts';
import { composeCommittedSupergraph } from '../src/hub.ts';
import { readAllowanceData } from '../src/hub-allowances.ts';
import { scalars } from '../src/subgraph/index.ts';
import { type Answer, ask } from './support/ask.ts';
import { collectValues } from './support/collect-values.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';
import { listCoordinates, type WalkStep, walkSchema } from './support/walk-schema.ts';

// Between them these two have something at every agency; everybody else tries to see it, at every field there is.
const VICTIMS = ['demo', 'siti'] as const;
const NIKS = VICTIMS.map((alias) => findPerson(alias).nik);
const [NIK = ''] = NIKS;
const A = 'ganda';
const NOBODY = '1571990101019999';
/** What the connector file calls every complaint; whoever may read the file knows it. */
const EVERY_COMPLAINT = 'Pengaduan SiKesal';
/** The month that the walk asks for, which therefore tells nothing. */
const ASKED_MONTH = '2026-11';
const schema = buildPublicSchema(composeCommittedSupergraph(), scalars);

interface Walker {
  readonly name: string;
  readonly token: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Values of B that he may see all the same. */
  readonly allowed?: ReadonlySet<string>;
}

let hub: TestHub;
/** What only B may see, by the first field under Citizen that showed it. */
const secrets = new Map<string, Set<string>>();
/** Ids of what belongs to B: of records, of his consent, his request, a case on him and his submission. */
const identifiers: string[] = [];
let walkers: Walker[] = [];

beforeAll(async () => {
  hub = await startTestHub({ databases: true, jobs: true });
  await syncCity(hub, 'sweep');
  const parts = { database: hub.database, keys: hub.keys, ...readAllowanceData() };
  await runMonth(parts, ASKED_MONTH, { nowMs: Date.now() });
  await raiseRates();
  await makeLedgerOfB();
  await collectSecrets();
  walkers = await makeWalkers();
}, 120_000);
afterAll(() => hub.stop());

const send = (operation: string, { token, headers }: Pick<Walker, 'token' | 'headers'>): Promise<Answer> =>
  ask(hub.url, operation, { ...(token && { token }), headers });
const callsMade = () => Object.values(hub.demo.city.systems).reduce((sum, { control }) => sum + control.calls.total, 0);
const resetCalls = (): void => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
};

async function must(operation: string, who: Pick<Walker, 'token' | 'headers'>): Promise<Answer['data']> {
  const { data, errors } = await send(operation, who);
  expect(errors).toEqual([]);
  return data;
}

/** How often an application may ask is not what is walked here. */
async function raiseRates(): Promise<void> {
  const { apps } = hub.stores;
  const ids = ['demo-console', 'opd-desk', 'tanpa-lingkup', 'pihak-ketiga'];
  await apps.upsert(
    ids.flatMap((id) => apps.find(id) ?? []).map((app) => ({ ...app, scopes: [...app.scopes], perMinute: 100_000 })),
  );
}

/** Lets B have a consent, a request, a case on him and a submission, whose ids others will try. */
async function makeLedgerOfB(): Promise<void> {
  const asB = await as(VICTIMS[0]);
  const asked = 'app: "pihak-ketiga", scopes: ["citizen.bpprd"], purpose: "pengingat-pajak"';
  const { consentText } = await must(`{ consentText(${asked}) { version } }`, asB);
  const { giveConsent } = await must(
    `mutation { giveConsent(${asked}, textVersion: "${consentText.version}") { id } }`,
    asB,
  );
  const { requestAboutData } = await must(
    'mutation { requestAboutData(kind: CORRECTION, opd: "bpprd", what: "Tolong betulkan nama pada SPPT saya") { id } }',
    asB,
  );
  const { openCase } = await must(
    `mutation { openCase(nik: "${NIK}", reference: "K-1") { id } }`,
    await staff('dpmptsp'),
  );
  const { fileComplaint } = await must(
    `mutation { fileComplaint(idempotencyKey: "kunci-1234", title: "Lampu padam", text: "Lampu di gang padam.",
      category: "lampu") { id } }`,
    asB,
  );
  identifiers.push(giveConsent.id, requestAboutData.id, openCase.id, fileComplaint.id);
  // The list is walked from a place that is none, as every text is B's number.
  secrets.set('submission', new Set([fileComplaint.id]));
}

async function staff(opd: string, rank = 'petugas'): Promise<Pick<Walker, 'token' | 'headers'>> {
  const token = await hub.tokenOf(`${rank}-${opd}`, { clientId: 'opd-desk' });
  return { token, headers: { 'hub-purpose': 'pelayanan-izin' } };
}

/** All that they see of themselves and nobody sees without being one of them. */
async function collectSecrets(): Promise<void> {
  const open = new Set([ASKED_MONTH, EVERY_COMPLAINT, ...listNames(), ...hub.work.streams.map(({ id }) => id)]);
  for (const { operation } of walkQueries(NOBODY))
    for (const who of [await as(A), { token: undefined, headers: {} }])
      collectValues((await send(operation, who)).data, open);
  for (const victim of VICTIMS) {
    for (const { operation, place } of walkQueries(NIK)) {
      if (!place.startsWith('Query.me')) continue;
      const field = place.split('.')[2] ?? '';
      secrets.set(field, collectValues((await send(operation, await as(victim))).data, secrets.get(field)));
    }
  }
  for (const values of secrets.values()) for (const value of open) values.delete(value);
  for (const values of secrets.values()) identifiers.push(...pickIdentifiers(values));
}

/** What the schema itself says: the log of accesses names its fields. */
function listNames(): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => [
    type.name,
    ...('getFields' in type ? Object.keys(type.getFields()) : []),
  ]);
}

/** With every argument that takes text, and with none: a list is walked from a place that is none, and from its beginning. */
function walkQueries(identifier: string): WalkStep[] {
  const steps = (['texts', 'needed'] as const).flatMap((given) =>
    walkSchema(schema, 'query', identifier, 'whole', given),
  );
  return [...new Map(steps.map((step) => [step.operation, step])).values()];
}

async function as(alias: string): Promise<Pick<Walker, 'token' | 'headers'>> {
  return { token: await hub.tokenOf(alias), headers: {} };
}

async function makeWalkers(): Promise<Walker[]> {
  const of = async (name: string, who: string, options = {}, headers = {}): Promise<Walker> => ({
    name,
    token: await hub.tokenOf(who, options),
    headers,
  });
  const caseOfA = await must(
    `mutation { openCase(nik: "${findPerson(A).nik}", reference: "K-2") { id } }`,
    await staff('dpmptsp', 'kepala'),
  );
  const caseId = identifiers[2] ?? '';
  const desk = { clientId: 'opd-desk' };
  const purpose = { 'hub-purpose': 'pelayanan-izin' };
  const own = new Set([
    NIK,
    ...['permits', 'licences', 'businesses'].flatMap((field) => [...(secrets.get(field) ?? [])]),
    ...(await collectApplications('dpmptsp')),
  ]);
  return [
    { name: 'nobody', token: undefined, headers: {} },
    await of('citizen A', A),
    await of('the officer of another OPD', 'petugas-rsud', desk, purpose),
    await of('an officer with a case on A', 'kepala-dpmptsp', desk, { 'hub-case': caseOfA.openCase.id }),
    await of('another officer with the case of his colleague', 'kepala-dpmptsp', desk, { 'hub-case': caseId }),
    await of('citizen A with a case of somebody', A, {}, { 'hub-case': caseId }),
    { ...(await of('the officer of the case', 'petugas-dpmptsp', desk, { 'hub-case': caseId })), allowed: own },
    await of('the treasurer of another OPD', 'bendahara-bpprd', desk, purpose),
    await of('the mayor’s office', 'walikota', desk, purpose),
    await of('an auditor', 'auditor', desk, purpose),
    // The hub's own number of a submission says nothing; operators see it wait, as `hub -- outbox list` shows it.
    { ...(await of('an operator', 'operator', desk, purpose)), allowed: secrets.get('submission') ?? new Set() },
    await of('an application of somebody else without consent, as B', VICTIMS[1], { clientId: 'pihak-ketiga' }),
    { name: 'a program', token: await programToken(), headers: {} },
    await of('an application without scope, as B', VICTIMS[0], { clientId: 'tanpa-lingkup' }),
  ];
}

/** What B's applications with one agency say. */
async function collectApplications(opd: string): Promise<ReadonlySet<string>> {
  const list = `{ me { applications(opd: "${opd}", first: 100) { id number service { name } submittedOn dueOn } } }`;
  const values = new Set<string>();
  for (const victim of VICTIMS) collectValues(await must(list, await as(victim)), values);
  return values;
}

/** A token of an application's own, with the scope of everything. */
async function programToken(): Promise<string> {
  const secret = await hub.stores.apps.rotateSecret('demo-console');
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'demo-console',
    client_secret: secret,
  });
  const response = await fetch(`${hub.url}/oauth/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Numbers by which something could be asked for, two of each look: a hundred days of attendance are asked for in one way. */
function pickIdentifiers(values: ReadonlySet<string>): string[] {
  const byLook = new Map<string, string[]>();
  for (const value of values) {
    if (!/^[\w/.-]*\d[\w/.-]*$/.test(value) || value.length >= 40) continue;
    const look = `${value.replace(/[A-Za-z0-9]+/g, 'x')} ${value.length}`;
    byLook.set(look, [...(byLook.get(look) ?? []), value]);
  }
  return [...byLook.values()].flatMap((alike) => alike.slice(0, 2));
}

/** A step for each thing that B's numbers could be put into; those that take none once. */
function listSteps(root: 'query' | 'mutation'): WalkStep[] {
  const whole = NIKS.flatMap((nik) => (root === 'query' ? walkQueries(nik) : walkSchema(schema, root, nik)));
  const others = identifiers.flatMap((identifier) => walkSchema(schema, root, identifier, 'shallow'));
  // What is asked for by its number below a citizen.
  const below = walkSchema(schema, root, identifiers[3] ?? '').filter(({ place }) => /\.submission\b/.test(place));
  const steps = [...whole, ...others, ...below];
  return [...new Map(steps.map((step) => [step.operation, step])).values()];
}

const isPersonalPlace = ({ place }: WalkStep) => /^Query\.(me|citizen|caseCitizen)\b/.test(place);
const asksForB = ({ operation }: WalkStep) => NIKS.some((nik) => operation.includes(`citizen(nik: "${nik}")`));

function findLeaks(text: string, { allowed = new Set() }: Walker): string[] {
  const all = new Set([...NIKS, ...[...secrets.values()].flatMap((values) => [...values])]);
  const isAllowed = (value: string) => [...allowed].some((one) => one.includes(value));
  return [...all].filter((value) => holds(text, value) && !isAllowed(value));
}

/**
 * A number counts where it stands by itself, not as a part of a longer one; a day, where it is not the day of a moment, such
 * as when a system was read.
 */
function holds(text: string, value: string): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return new RegExp(`${value}(?!T)`).test(text);
  return /^\d+$/.test(value) ? new RegExp(`(?<!\\d)${value}(?!\\d)`).test(text) : text.includes(value);
}

/** Fields under Citizen that hold no word of their own. */
const tellsNothing = new Set(['accessLog', 'reportingCalendar', 'verifyIdentity', 'identitySource']);

describe('the walk', () => {
  it('visits every field of every type that clients can see', () => {
    const walked = new Set([...listSteps('query'), ...listSteps('mutation')].flatMap(({ coordinates }) => coordinates));
    expect(listCoordinates(schema).filter((coordinate) => !walked.has(coordinate))).toEqual([]);
  });

  it('knows secrets of B from every agency, and finds them where B himself asks', async () => {
    const asB: Walker = { name: 'B', ...(await as(VICTIMS[0])) };
    const empty = [...secrets].filter(([, values]) => values.size === 0).map(([field]) => field);
    expect(empty.filter((field) => !tellsNothing.has(field))).toEqual([]);
    expect(identifiers.length).toBeGreaterThan(20);
    const { text } = await send(`{ citizen(nik: "${NIK}") { name permits { id } } }`, asB);
    expect(findLeaks(text, asB).length).toBeGreaterThan(1);
  });

  it('shows nobody anything of B', async () => {
    const leaks: string[] = [];
    for (const { operation, place } of listSteps('query')) {
      const answers = await Promise.all(walkers.map((walker) => send(operation, walker)));
      for (const [index, { text }] of answers.entries()) {
        const walker = walkers[index] as Walker;
        for (const value of findLeaks(text, walker)) leaks.push(`${walker.name} at ${place}: ${value}`);
      }
    }
    expect(leaks.slice(0, 20)).toEqual([]);
  }, 600_000);

  it('tells nobody else of a change of B’s application', async () => {
    const [, siti] = VICTIMS;
    const { me } = await must('{ me { applications(opd: "dpmptsp") { number } } }', await as(siti));
    const { number } = me.applications[0];
    const heard = new Map<string, unknown[]>();
    const listeners = [{ name: 'B', ...(await as(siti)) }, ...walkers].map((walker) => listen(walker, heard));
    // When the streams have begun nobody is told: what changes before is not told either.
    await expect
      .poll(async () => {
        hub.demo.city.systems.dpmptsp.records?.change(number);
        await syncCity(hub, 'changes');
        return heard.get('B') ?? [];
      })
      .not.toEqual([]);
    for (const client of listeners) client.dispose();
    expect(heard.get('B')?.[0]).toMatchObject({ data: { applicationChanged: { number, permit: { id: number } } } });
    const others = [...heard].filter(([name]) => name !== 'B');
    expect(others.filter(([, events]) => JSON.stringify(events).includes('"data":{'))).toEqual([]);
  });

  it('asks no system for a record that is refused', async () => {
    const asking: string[] = [];
    for (const walker of strangers()) {
      for (const step of listSteps('query').filter(isPersonalPlace)) {
        if (ownsRecords.has(walker.name) && !asksForB(step)) continue;
        resetCalls();
        await send(step.operation, walker);
        if (callsMade() > 0) asking.push(`${walker.name} at ${step.place}`);
      }
    }
    expect(asking.slice(0, 20)).toEqual([]);
  }, 600_000);

  it('answers the same whether or not there is such a record', async () => {
    const different: string[] = [];
    for (const step of [...listSteps('query'), ...listSteps('mutation')].filter((one) => !isOpening(one))) {
      const unknown = swapIdentifier(step.operation);
      if (unknown === step.operation) continue;
      const compare = async (walker: Walker): Promise<void> => {
        const [real, none] = await Promise.all([send(step.operation, walker), send(unknown, walker)]);
        if (real.text !== none.text) different.push(`${walker.name} at ${step.place}: ${real.text} / ${none.text}`);
      };
      // Whether he exists is no secret to somebody who asks about himself, in whatever application.
      const others = strangers().filter(({ name }) => !name.endsWith('as B'));
      await Promise.all(others.map(compare));
    }
    expect(different.slice(0, 20)).toEqual([]);
  }, 600_000);

  it('lets nobody change what is B’s', async () => {
    const leaks: string[] = [];
    for (const { operation, place } of listSteps('mutation')) {
      const look = async (walker: Walker): Promise<void> => {
        const { text } = await send(operation, walker);
        for (const value of findLeaks(text, walker)) leaks.push(`${walker.name} at ${place}: ${value}`);
      };
      await Promise.all(strangers().map(look));
    }
    expect(leaks.slice(0, 20)).toEqual([]);
    const asB = await as(VICTIMS[0]);
    const { me } = await must('{ me { consents { inForce } dataRequests { answeredOn } } }', asB);
    expect(me).toEqual({ consents: [{ inForce: true }], dataRequests: [{ answeredOn: null }] });
    const { myCases } = await must('{ myCases { id state } }', await staff('dpmptsp'));
    expect(myCases).toContainEqual({ id: identifiers[2], state: 'OPEN' });
  }, 600_000);
});

/** Hears of changed applications, refusals too. */
function listen({ name, token, headers }: Walker, heard: Map<string, unknown[]>) {
  const authorization = token && { authorization: `Bearer ${token}` };
  const client = createClient({
    url: `${hub.url}/graphql`,
    headers: { ...headers, ...authorization },
    retryAttempts: 0,
  });
  const note = (event: unknown): void => {
    heard.set(name, [...(heard.get(name) ?? []), event]);
  };
  const query = 'subscription { applicationChanged { nik number service { name } permit { id } } }';
  client.subscribe({ query }, { next: note, error: note, complete: () => {} });
  return client;
}

/** Those who have nothing to do with B. */
const strangers = (): Walker[] => walkers.filter(({ allowed }) => !allowed);
/** Strangers who have records of their own, or of their own case, to ask systems for. */
const ownsRecords = new Set(['citizen A', 'an officer with a case on A']);

/** The same operation about somebody, or something, that does not exist. */
function swapIdentifier(operation: string): string {
  let swapped = operation;
  for (const nik of NIKS) swapped = swapped.replaceAll(nik, NOBODY);
  for (const one of identifiers)
    swapped = swapped.replaceAll(`"${one}"`, JSON.stringify(one.replace(/[0-9a-f]/g, '0')));
  parse(swapped);
  return swapped;
}

/** What may be opened on anybody gives a case, whoever it is about; what is handed in is the caller's own, whatever it says. */
const isOpening = ({ place }: WalkStep) => /openCase|requestBreakGlass/.test(place) || isHandingIn(place);
const isHandingIn = (place: string) => {
  const field = schema.getMutationType()?.getFields()[place.split('.')[1] ?? ''];
  return place.startsWith('Mutation.') && field !== undefined && getNamedType(field.type).name === 'Submission';
};
