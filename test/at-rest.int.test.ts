import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { systemClock } from '../src/base/clock.ts';
import { createLog } from '../src/base/log.ts';
import type { CompiledStream } from '../src/connector/index.ts';
import { createJobs, runStream, scheduleStreams } from '../src/sync/index.ts';
import type { Answer } from './support/ask.ts';
import { askAtDesk, openCase } from './support/ask-at-desk.ts';
import { openPages } from './support/open-pages.ts';
import { findInDatabase, findInText, type Needles } from './support/search-database.ts';
import { startPushedHub } from './support/start-pushed-hub.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncCity } from './support/sync-city.ts';

const HOME = readFileSync(new URL('../schema/operations/home.graphql', import.meta.url), 'utf8');
const [SITI, DEMO] = [findPerson('siti'), findPerson('demo')];
const LETTER = `Saya ${SITI.name}, NIK ${SITI.nik}, mohon izin saya diperbaiki.`;
const REASON = `${SITI.name} (${SITI.nik}) hilang dan dicari keluarganya.`;
const COMPLAINT = `Saya ${SITI.name}, NIK ${SITI.nik}: air di rumah saya keruh.`;
const REPLY = `Data ${SITI.name} sudah diperbaiki.`;

let hub: TestHub;
const needles = new Map<string, string>();
/** All that must not stand in an error: of every answer its errors, and of those outside GraphQL the whole text. */
const refusals: string[] = [];
const note = (answer: Answer): Answer => {
  refusals.push(answer.data === undefined ? answer.text : JSON.stringify(answer.errors));
  return answer;
};

beforeAll(async () => {
  hub = await startTestHub({ databases: true, jobs: true });
  for (const [index, { nik, name, kkNumber }] of hub.demo.city.people.entries()) {
    needles.set(`NIK ${index}`, nik);
    needles.set(`KK ${index}`, kkNumber);
    needles.set(`name ${index}`, name);
  }
  for (const [index, { kind, value }] of hub.demo.city.links.entries())
    if (value.length >= 6) needles.set(`${kind} ${index}`, value);
  for (const [name, text] of Object.entries({ LETTER, REASON, COMPLAINT, REPLY })) needles.set(name, text);
  await live();
  await work();
  await fail();
});
afterAll(() => hub.stop());

/** What people and offices do on a day. */
async function live(): Promise<void> {
  for (const citizen of ['siti', 'demo', 'lunas', 'kosong', 'tiada', 'ganda', 'aneh'])
    note(await hub.ask(HOME, { citizen }));
  const reference = `Permohonan ${SITI.name}`;
  const caseId = await openCase(hub, 'petugas-dpmptsp', SITI.nik, reference);
  const query = '{ caseCitizen { nik permits { id } taxBills { year } name } }';
  note(await askAtDesk(hub, 'petugas-dpmptsp', query, { caseId }));
  const glass = `mutation ($nik: NIK!, $reason: PersonalText!) {
    requestBreakGlass(nik: $nik, reference: "SETDA/7", reason: $reason, basis: VITAL_INTEREST) { id } }`;
  const asked = await askAtDesk(hub, 'walikota', glass, { variables: { nik: SITI.nik, reason: REASON } });
  const { id } = asked.data.requestBreakGlass;
  await askAtDesk(hub, 'sekda', `mutation { approveBreakGlass(id: "${id}") { id } }`);
  note(await askAtDesk(hub, 'walikota', query, { caseId: id }));

  const request = `mutation ($what: PersonalText!) { requestAboutData(kind: CORRECTION, opd: "dpmptsp", what: $what) { id } }`;
  const letter = await hub.ask(request, { citizen: 'siti', variables: { what: LETTER } });
  const requestId = letter.data.requestAboutData.id;
  await askAtDesk(hub, 'petugas-dpmptsp', `mutation { takeDataRequest(id: "${requestId}") { id } }`);
  const reply =
    'mutation ($id: ID!, $answer: PersonalText!) { answerDataRequest(id: $id, done: true, answer: $answer) { id } }';
  await askAtDesk(hub, 'petugas-dpmptsp', reply, { variables: { id: requestId, answer: REPLY } });
  const file = `mutation ($title: PersonalText!, $text: PersonalText!, $category: String!) {
    fileComplaint(idempotencyKey: "kunci-siti-1", title: $title, text: $text, category: $category) { id } }`;
  for (const category of ['air', 'sampah'])
    note(
      await hub.ask(file, { citizen: 'siti', variables: { title: `Dari ${SITI.name}`, text: COMPLAINT, category } }),
    );
  const third = { app: 'pihak-ketiga', scopes: ['citizen.dpmptsp'], purpose: 'pengingat-pajak' };
  const text = `query ($app: ID!, $scopes: [String!]!, $purpose: String!) {
    consentText(app: $app, scopes: $scopes, purpose: $purpose) { version } }`;
  const { version } = (await hub.ask(text, { variables: third })).data.consentText;
  const give = `mutation ($app: ID!, $scopes: [String!]!, $purpose: String!, $version: String!) {
    giveConsent(app: $app, scopes: $scopes, purpose: $purpose, textVersion: $version) { id } }`;
  await hub.ask(give, { citizen: 'siti', variables: { ...third, version } });
  note(await hub.ask(HOME, { token: await hub.tokenOf('siti', { clientId: 'pihak-ketiga' }) }));
  note(await hub.ask('{ me { myData { json } accessLog { next } } }', { citizen: 'siti' }));
  await runMachine();
  await logInOnPages();
  for (const who of ['siti', 'demo']) keepToken(who, await hub.tokenOf(who));
  keepToken('officer', await hub.tokenOf('petugas-dpmptsp', { clientId: 'opd-desk', acr: 'substantial' }));
}

/** What the hub does in the background: streams that are read, changed, interrupted and at odds, and deliveries. */
async function work(): Promise<void> {
  await syncCity(hub, 'sweep');
  const { dpmptsp, sikesal, simrs } = hub.demo.city.systems;
  for (const { records } of [dpmptsp, sikesal]) await records?.change();
  await syncCity(hub, 'changes');
  const runner = { database: hub.database, ring: hub.keys, clock: systemClock };
  for (const stream of hub.work.streams) {
    // Half-way: what a run goes on from is kept too.
    const halfWay = { mode: 'sweep', signal: AbortSignal.abort() } as const;
    await runStream(runner, { ...stream, fingerprint: 'next' }, halfWay).catch(() => undefined);
    let row = 0;
    const misread: CompiledStream = {
      ...stream,
      fingerprint: 'misread',
      identify: (given) => (++row % 5 === 0 ? MISFIT : stream.identify(given)),
      map: (given, answer) => (++row % 3 === 0 ? MISFIT : stream.map(given, answer)),
    };
    await runStream(runner, misread, { mode: 'sweep' }).catch(() => undefined);
  }
  simrs.control.set({ down: true });
  await syncCity(hub, 'sweep').catch(() => undefined);
  simrs.control.reset();
  await queueForReal();
}

const MISFIT = { field: 'x', valueKind: 'teks', cause: 'Nilai tidak dapat dibaca.', fix: 'Perbaiki.' };

/** The jobs of the day in BullMQ's own tables: waiting, done, and failed by an error that quotes a citizen. */
async function queueForReal(): Promise<void> {
  const log = createLog('info', (line) => (hub.logged as string[]).push(line));
  const { rows } = await hub.database.pool.query<{ name: string }>('select current_database() as name');
  const place = { databaseUrl: inject('postgresUrl').replace(/\/hub$/, `/${rows[0]?.name}`) };
  const jobs = await createJobs({ systems: hub.work.systems, place, log, timing: { backgroundAttempts: 1 } });
  await scheduleStreams(hub.work.streams, jobs);
  const fails = async (): Promise<never> => {
    throw new Error(`duplicate key value (${SITI.nik})`);
  };
  await jobs.start({ ...hub.work.runners, sync: fails });
  for (const [index, job] of hub.jobs.added.entries()) await jobs.add({ ...job, id: `${job.id} ${index}` });
  const countFailed = async () => (await jobs.count()).reduce((sum, { failed }) => sum + failed, 0);
  await vi.waitFor(async () => expect(await countFailed()).toBeGreaterThan(10), { timeout: 20_000, interval: 50 });
  await jobs.drain();
}

const keepToken = (name: string, token: string) => {
  needles.set(`token of ${name}`, token);
  needles.set(`signature of ${name}`, token.split('.')[2] as string);
};

/** A citizen on the hub's own pages, whose tokens the hub keeps for him. */
async function logInOnPages(): Promise<void> {
  const pages = openPages(hub);
  const { headers } = await pages.logIn('warga', { orang: 'siti', cara: 'high', aksi: 'masuk' });
  note(await hub.ask(HOME, { headers }));
  note(await hub.ask(HOME, { headers: { ...headers, 'hub-csrf': SITI.nik } }));
  for (const [name, secret] of pages.secrets) needles.set(name, secret);
}

/** An application with a secret, right and wrong. */
async function runMachine(): Promise<void> {
  await hub.stores.apps.add({
    ...{ id: 'mesin', name: 'Mesin', owner: 'Diskominfo', party: 'city', scopes: ['citizen'], purposes: ['mesin'] },
    ...{ redirectUris: [], origins: [], perMinute: 100 },
  });
  const secret = await hub.stores.apps.rotateSecret('mesin');
  needles.set('secret', secret);
  const post = async (client_secret: string) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'mesin', client_secret });
    const response = await fetch(`${hub.url}/oauth/token`, { method: 'POST', body });
    return response.text();
  };
  const { access_token: token } = JSON.parse(await post(secret)) as { access_token: string };
  keepToken('mesin', token);
  refusals.push(await post(`${secret}x`));
  note(await hub.ask(`{ citizen(nik: "${SITI.nik}") { name } }`, { token }));
}

/** Whatever can go wrong with a citizen's number at hand. */
async function fail(): Promise<void> {
  for (const fault of [
    { status500: true },
    { html: 200 },
    { truncated: true },
    { down: true },
    { quota: true },
  ] as const) {
    const { disdukcapil, dpmptsp, bpprd, sikesal } = hub.demo.city.systems;
    for (const { control } of [disdukcapil, dpmptsp, bpprd, sikesal]) control.set(fault);
    note(await hub.ask(HOME, { citizen: 'siti' }));
  }
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
  const { nik, name } = SITI;
  const token = await hub.tokenOf('siti');
  for (const bad of [
    nik,
    `${token}x`,
    `${nik}.${nik}.${nik}`,
    `${Buffer.from(`{"alg":"none","kid":"${nik}"}`).toString('base64url')}.e30.x`,
  ])
    note(await hub.ask(HOME, { token: bad }));
  for (const headers of [{ 'hub-case': nik }, { 'hub-purpose': nik }]) {
    note(
      await hub.ask(HOME, {
        token: await hub.tokenOf('petugas-dpmptsp', { clientId: 'opd-desk' }),
        headers: { 'hub-purpose': 'pengaduan', ...headers },
      }),
    );
  }
  const citizen = 'query ($nik: NIK!) { citizen(nik: $nik) { name } }';
  for (const wrong of [`${nik}0`, Number(nik), { nik }, [nik, nik], name, `${nik.slice(0, 6)} ${nik.slice(6)}`])
    note(await hub.ask(citizen, { citizen: 'demo', variables: { nik: wrong } }));
  for (const query of [
    `{ citizen(nik: ${nik}) { name } }`,
    `{ citizen(nik: "${nik}x") { name } }`,
    `{ citizen(nik: "${nik}) { name } }`,
    `{ citizen(nik: "${nik}", name: "${name}") { name } }`,
    `{ citizen(nik: "${nik}") { name } `,
    `{ citizen(nik: {nik: "${nik}"}) { name } }`,
    `{ citizen(nik: ${name.replace(/\W/g, '')}) { name } }`,
  ])
    note(await hub.ask(query, { citizen: 'demo' }));
  note(await hub.ask(citizen, { citizen: 'demo', variables: { nik: DEMO.nik }, operationName: nik }));
  for (const path of [
    `/graphql?query=${encodeURIComponent(citizen)}&variables={"nik":"${nik}"}`,
    `/${nik}`,
    `/oauth/clients/${nik}`,
  ])
    refusals.push(await (await fetch(`${hub.url}${path}`)).text());
  await hub.database.pool.query('alter table access_log rename to away');
  note(await hub.ask(HOME, { citizen: 'siti' }));
  await hub.database.pool.query('alter table away rename to access_log');
  await hub.database.pool.query('alter table cases rename to away');
  note(await askAtDesk(hub, 'petugas-dpmptsp', `mutation { openCase(nik: "${nik}", reference: "x") { id } }`));
  await hub.database.pool.query('alter table away rename to cases');
}

describe('nothing personal and no secret stands', () => {
  it.each(['copies', 'quarantine', 'outbox', 'sync_runs', 'sync_streams', 'copy_steps', 'bullmq.job', 'web_sessions'])(
    'where there is nothing to find: %s has rows',
    async (table) => {
      const { rows } = await hub.database.pool.query<{ count: string }>(`select count(*) from ${table}`);
      expect(Number(rows[0]?.count)).toBeGreaterThan(0);
    },
  );

  it('in any table of the hub’s database', async () => {
    expect(await findInDatabase(hub.database.pool, needles)).toEqual([]);
  });

  it('in the log', () => {
    expect(hub.logged.length).toBeGreaterThan(0);
    expect(hub.logged.flatMap((line) => findInText(line.slice(0, 200), line, needles))).toEqual([]);
  });

  it('in the metrics', async () => {
    expect(findInText('/metrics', await (await fetch(`${hub.url}/metrics`)).text(), needles)).toEqual([]);
  });

  it('in any error', () => {
    expect(refusals.length).toBeGreaterThan(30);
    expect(refusals.flatMap((text) => findInText(text.slice(0, 300), text, needles))).toEqual([]);
  });

  it('in what an OPD’s system has pushed', async () => {
    const pushed = await startPushedHub();
    const rows = [{ no_surat: `S ${SITI.name}`, nik: SITI.nik, tgl: '05/10/2026', versi: 1, hapus: '0' }];
    const body = JSON.stringify(rows);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', pushed.secret)
      .update(`${timestamp}.kelurahan/lettersOf.${body}`)
      .digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-hub-timestamp': timestamp,
      'x-hub-signature': `sha256=${signature}`,
    };
    const response = await fetch(`${pushed.url}/ingest/kelurahan/lettersOf`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ stored: 1 });
    const client = new Client({ connectionString: pushed.databaseUrl });
    await client.connect();
    const hidden = new Map([...needles, ['secret', pushed.secret], ['signature', signature]]);
    expect(await findInDatabase(client, hidden)).toEqual([]);
    await client.end();
    await pushed.stop();
  });
});

describe('the search', () => {
  const forms: [string, string, (nik: string) => unknown][] = [
    ['text', 'text', (nik) => `x${nik}y`],
    ['a list', 'text[]', (nik) => ['x', nik]],
    ['JSON', 'jsonb', (nik) => JSON.stringify({ deep: [{ nik }] })],
    ['a number', 'numeric', (nik) => nik],
    ['bytes', 'bytea', (nik) => Buffer.from(`\0\x01${nik}\xff`, 'latin1')],
    ['packed digits', 'bytea', (nik) => Buffer.from(nik, 'hex')],
    ['bytes in a list', 'bytea[]', (nik) => [Buffer.from(nik)]],
    ['a name in capitals', 'text', () => SITI.name.toUpperCase()],
  ];
  it.each(forms)('finds a number that is there as %s', async (_name, type, make) => {
    const client = await hub.database.pool.connect();
    await client.query(`create temporary table planted (value ${type})`);
    await client.query('insert into planted values ($1)', [make(SITI.nik)]);
    const found = await findInDatabase(client, needles as Needles);
    await client.query('drop table planted');
    client.release();
    expect(found.filter((one) => one.startsWith('planted.value'))).not.toEqual([]);
  });
});
