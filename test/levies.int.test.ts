import { generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import { compactDecrypt, importJWK } from 'jose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { makePdf, makePhoto, PRIVATE } from '../src/store/attachments/testing/sample-files.ts';
import { type Answer, ask } from './support/ask.ts';
import { askAtDesk } from './support/ask-at-desk.ts';
import { findInDatabase, findInText } from './support/search-database.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const SITI = findPerson('siti');
const TEXT = 'Petugas loket tiga meminta dua ratus ribu tanpa kuitansi.';
const CONTACT = '0812-0000-4711';
const ANSWER = 'Petugas sudah ditegur dan uangnya dikembalikan.';
const HOUR_MS = 3_600_000;
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicJwk = { kid: 'inspektorat-1', ...publicKey.export({ format: 'jwk' }) };

let hub: TestHub;
let nowMs = Date.now();
beforeAll(async () => {
  hub = await startTestHub({
    environment: { HUB_INSPEKTORAT_KEY: JSON.stringify(publicJwk) },
    clock: { now: () => nowMs },
  });
}, 60_000);
afterAll(() => hub.stop());

const REPORT = 'mutation ($input: LevyReportInput!) { reportLevy(input: $input) { receipt } }';
const FOLLOW = `query ($receipt: PersonalText!) {
  levyReport(receipt: $receipt) { opd { code } service { code } state steps { state on } answer } }`;
const LIST = `query ($state: LevyState, $first: Int, $after: ID) { levyReports(state: $state, first: $first, after: $after) {
  entries { id kind opd { code } service { code } day receivedOn state content photos } next } }`;
const MOVE = `mutation ($id: ID!, $state: LevyState!, $answer: PersonalText) {
  answerLevyReport(id: $id, state: $state, answer: $answer) { id state } }`;

const inputOf = (more: object = {}) => ({
  idempotencyKey: randomUUID(),
  kind: 'ANONYMOUS',
  opd: 'dpmptsp',
  service: 'dpmptsp.izin-makam',
  day: '2026-11-20',
  amountAsked: 275_000,
  text: TEXT,
  ...more,
});
const report = (more: object = {}, options: { citizen?: string } = {}) =>
  hub.ask(REPORT, { ...options, variables: { input: inputOf(more) } });
const follow = (receipt: string) => hub.ask(FOLLOW, { variables: { receipt } });
const atInspektorat = (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  askAtDesk(hub, 'petugas-inspektorat', query, { variables });
const sendPhoto = async (body: Buffer) => {
  const response = await fetch(`${hub.url}/levy-photos`, { method: 'POST', body: new Uint8Array(body) });
  const answer = (await response.json()) as { id?: string; errors?: { extensions: { code: string } }[] };
  return { status: response.status, id: answer.id ?? '', code: answer.errors?.[0]?.extensions.code, answer };
};
async function decrypt(jwe: string): Promise<Buffer> {
  const key = await importJWK(privateKey.export({ format: 'jwk' }) as JsonWebKey, 'ECDH-ES');
  return Buffer.from((await compactDecrypt(jwe, key)).plaintext);
}
// biome-ignore lint/suspicious/noExplicitAny: what is sealed is read as the test expects it
const open = async (jwe: string): Promise<any> => JSON.parse((await decrypt(jwe)).toString());

describe('a report of an illegal levy', () => {
  it('is taken from somebody without log-in, followed to its end by its receipt, and answered to nobody else', async () => {
    const { data, errors } = await report();
    expect(errors).toEqual([]);
    const { receipt } = data.reportLevy;
    // 22 letters, 20 places: 20 x log2(22) = 89 bits.
    expect(receipt).toMatch(/^([A-HJKMNP-TV-Z]{4}-){4}[A-HJKMNP-TV-Z]{4}$/);
    const begun = await follow(receipt.toLowerCase().replaceAll('-', ' '));
    expect(begun.data.levyReport).toMatchObject({
      opd: { code: 'dpmptsp' },
      service: { code: 'dpmptsp.izin-makam' },
      state: 'RECEIVED',
      steps: [{ state: 'RECEIVED' }],
      answer: null,
    });

    const listed = await atInspektorat(LIST, { state: 'RECEIVED' });
    const [entry] = listed.data.levyReports.entries;
    expect(entry).toMatchObject({ kind: 'ANONYMOUS', day: '2026-11-20', photos: [] });
    // The official fee is the catalogue's of that day.
    expect(await open(entry.content)).toEqual({
      kind: 'anonymous',
      opd: 'dpmptsp',
      service: 'dpmptsp.izin-makam',
      day: '2026-11-20',
      amountAsked: 275_000,
      officialFee: 75_000,
      text: TEXT,
    });

    for (const [state, answer] of [['IN_REVIEW'], ['FORWARDED'], ['CLOSED', ANSWER]]) {
      const moved = await atInspektorat(MOVE, { id: entry.id, state, answer });
      expect(moved.data.answerLevyReport).toEqual({ id: entry.id, state });
    }
    const ended = await follow(receipt);
    expect(ended.data.levyReport).toMatchObject({ state: 'CLOSED', answer: ANSWER });
    expect(ended.data.levyReport.steps.map(({ state }: { state: string }) => state)).toEqual([
      'RECEIVED',
      'IN_REVIEW',
      'FORWARDED',
      'CLOSED',
    ]);
    const needles = new Map([
      ['answer', ANSWER],
      ['text', TEXT],
      ['receipt', receipt],
      ['receipt without hyphens', receipt.replaceAll('-', '')],
    ]);
    expect(await findInDatabase(hub.database.pool, needles)).toEqual([]);
  });

  it('moves on and never back, and is closed with an answer', async () => {
    await report();
    const { data } = await atInspektorat(LIST, { state: 'RECEIVED' });
    const { id } = data.levyReports.entries[0];
    const codeOf = async (state: string, answer?: string) =>
      (await atInspektorat(MOVE, { id, state, answer })).errors[0]?.extensions.code;
    expect(await codeOf('CLOSED')).toBe('BAD_USER_INPUT');
    expect(await codeOf('FORWARDED')).toBeUndefined();
    expect(await codeOf('IN_REVIEW')).toBe('BAD_USER_INPUT');
    expect(await codeOf('CLOSED', ANSWER)).toBeUndefined();
    expect(await codeOf('CLOSED', 'lain')).toBe('BAD_USER_INPUT');
    expect((await atInspektorat(MOVE, { id: randomUUID(), state: 'IN_REVIEW' })).errors[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('gives the same receipt for the same report sent again, and refuses another one under its key', async () => {
    const idempotencyKey = randomUUID();
    const first = await report({ idempotencyKey });
    const again = await report({ idempotencyKey });
    expect(again.data.reportLevy).toEqual(first.data.reportLevy);
    const other = await report({ idempotencyKey, text: `${TEXT} Dan lagi.` });
    expect(other.errors[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await report()).data.reportLevy).not.toEqual(first.data.reportLevy);
  });

  it.each([
    ['another opd than the service’s', { opd: 'dlh' }],
    ['an opd that is none', { opd: 'tiada', service: null }],
    ['an opd that was not there yet', { opd: 'brida', service: null, day: '2022-06-30' }],
    ['a service that is none', { service: 'dpmptsp.tiada' }],
    ['a day that has not come', { day: '2999-01-01' }],
    ['a text that says nothing', { text: 'pungli   ' }],
    ['a negative amount', { amountAsked: -1 }],
    ['a key that others could guess', { idempotencyKey: 'kunci-1' }],
    ['a contact of somebody anonymous', { contact: CONTACT }],
    ['four photos', { photos: ['1', '2', '3', '4'].map(() => randomUUID()) }],
    ['a photo that is none', { photos: [randomUUID()] }],
  ])('is refused with %s', async (_name, more) => {
    const before = await hub.stores.levyCounts.countUntil('2999-12-31');
    const { errors, text } = await report(more);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(text).not.toContain(TEXT);
    expect(await hub.stores.levyCounts.countUntil('2999-12-31')).toEqual(before);
  });
});

describe('whoever reports a levy', () => {
  it('leaves no trace when he is anonymous, logged in or not: not in tables, not in the log, not in lists of his', async () => {
    const rowsBefore = await countRows();
    const linesBefore = hub.logged.length;
    const { data, errors } = await report({}, { citizen: 'siti' });
    expect(errors).toEqual([]);
    await follow(data.reportLevy.receipt);
    const rows = await countRows();
    expect(rows.filter(({ name, count }) => count !== rowsBefore.find((one) => one.name === name)?.count)).toEqual([
      { name: 'levy_reports', count: expect.any(Number) },
    ]);
    expect(hub.logged.slice(linesBefore)).toEqual([]);
    const own = await hub.ask(
      '{ me { submissions { entries { id } } accessLog { entries { field } } myData { json } } }',
      {
        citizen: 'siti',
      },
    );
    expect(own.text).not.toMatch(/levy|pungli/i);
    const { entries } = (await atInspektorat(LIST, { state: 'RECEIVED', first: 100 })).data.levyReports;
    for (const { kind, content } of entries)
      if (kind === 'ANONYMOUS') expect(await open(content)).not.toHaveProperty('reporter');
  });

  it('is known to Inspektorat alone when he says who he is', async () => {
    const { data, errors } = await report({ kind: 'SECRET', contact: CONTACT }, { citizen: 'siti' });
    expect(errors).toEqual([]);
    expect(data.reportLevy.receipt).toBeTruthy();
    const { entries } = (await atInspektorat(LIST, { first: 100 })).data.levyReports;
    const secret = entries.find(({ kind }: { kind: string }) => kind === 'SECRET');
    expect((await open(secret.content)).reporter).toEqual({ nik: SITI.nik, contact: CONTACT });
    const { rows } = await hub.database.pool.query('select * from levy_reports');
    const kept = rows.map((row) => JSON.stringify({ ...row, key_hash: row.key_hash.toString('hex') })).join('\n');
    const needles = new Map([
      ['NIK', SITI.nik],
      ['name', SITI.name],
      ['contact', CONTACT],
      ['text', TEXT],
    ]);
    expect(findInText('levy_reports', kept, needles)).toEqual([]);
    expect(await findInDatabase(hub.database.pool, needles)).toEqual([]);
    expect(findInText('log', hub.logged.join('\n'), needles)).toEqual([]);
  });

  it('must log in for that, in one of the city’s own applications', async () => {
    const input = inputOf({ kind: 'OPEN' });
    const nobody = await ask(hub.url, REPORT, { variables: { input } });
    expect(nobody.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const foreign = await ask(hub.url, REPORT, {
      variables: { input },
      token: await hub.tokenOf('siti', { clientId: 'pihak-ketiga' }),
    });
    expect(foreign.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await askAtDesk(hub, 'petugas-dpmptsp', REPORT, { variables: { input } })).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('reports at the office', () => {
  it.each(['petugas-dpmptsp', 'walikota', 'auditor', 'operator'])('are not shown to %s', async (who) => {
    for (const operation of [
      '{ levyReports { entries { id } } }',
      `{ levyPhoto(id: "${randomUUID()}") }`,
      `mutation { answerLevyReport(id: "${randomUUID()}", state: CLOSED, answer: "x") { id } }`,
    ]) {
      const { errors } = await askAtDesk(hub, who, operation);
      expect(
        errors.map(({ extensions }) => extensions.code),
        operation,
      ).toEqual(['FORBIDDEN']);
    }
  });

  it('are not shown to citizens or to nobody', async () => {
    expect((await hub.ask(LIST)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await hub.ask(LIST, { citizen: 'siti' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('come page by page, each once', async () => {
    for (let index = 0; index < 3; index++) await report();
    const all = (await atInspektorat(LIST, { first: 100 })).data.levyReports;
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer = await atInspektorat(LIST, { first: 2, after });
      ids.push(...data.levyReports.entries.map(({ id }: { id: string }) => id));
      after = data.levyReports.next;
    } while (after);
    expect(ids).toEqual(all.entries.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('photos of a report', () => {
  it('need no log-in, lose what a phone wrote into them, and lie sealed to Inspektorat', async () => {
    const { status, id } = await sendPhoto(await makePhoto());
    expect(status).toBe(201);
    const { rows } = await hub.database.pool.query('select content from levy_photos where id = $1', [id]);
    expect(rows[0].content).toMatch(
      /^eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$|^eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/,
    );
    const { errors } = await report({ photos: [id] });
    expect(errors).toEqual([]);
    const { entries } = (await atInspektorat(LIST, { first: 100 })).data.levyReports;
    expect(entries.flatMap(({ photos }: { photos: string[] }) => photos)).toEqual([id]);
    const { data } = await atInspektorat('query ($id: ID!) { levyPhoto(id: $id) }', { id });
    const jpeg = await decrypt(data.levyPhoto);
    const { format, width, height, exif } = await sharp(jpeg).metadata();
    // 60 by 40 stored, seen upright.
    expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 40, height: 60, exif: undefined });
    for (const words of PRIVATE) expect(jpeg.includes(words)).toBe(false);
    expect((await report({ photos: [id] })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('are not given out before a report has them, and vanish after an hour', async () => {
    const { id } = await sendPhoto(await makePhoto('png'));
    const show = () => atInspektorat('query ($id: ID!) { levyPhoto(id: $id) }', { id });
    expect((await show()).data).toEqual({ levyPhoto: null });
    nowMs += HOUR_MS + 1_000;
    expect((await report({ photos: [id] })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await hub.stores.levyPhotos.sweep()).toBe(1);
    const { rows } = await hub.database.pool.query('select 1 from levy_photos where id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('are photos, of a phone’s size, and not without end', async () => {
    expect(await sendPhoto(makePdf())).toMatchObject({ status: 422, code: 'ATTACHMENT_REFUSED' });
    expect(await sendPhoto(Buffer.from('<svg/>'))).toMatchObject({ status: 422 });
    expect(await sendPhoto(Buffer.alloc(11 * 1_048_576, 1))).toMatchObject({ status: 413 });
    nowMs += HOUR_MS + 1_000;
    const photo = await makePhoto();
    const statuses: number[] = [];
    for (let index = 0; index < 121; index++) statuses.push((await sendPhoto(photo)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(120);
    expect(statuses.at(-1)).toBe(429);
    nowMs += HOUR_MS + 1_000;
    expect((await sendPhoto(photo)).status).toBe(201);
  });
});

describe('receipts that are none', () => {
  it('are not counted where they cannot be one, and after thirty others in a minute nobody may try', async () => {
    nowMs += 61_000;
    const { receipt } = (await report()).data.reportLevy;
    for (const text of [SITI.nik, 'SK-2026-000001', `${receipt}A`])
      expect((await follow(text)).data).toEqual({ levyReport: null });
    const wrong = (index: number) =>
      `ABCD-EFGH-JKMN-PQRS-TVW${'ABCDEFGHJKMNPQRSTVWXYZ'[index % 22]}`.replace('ABCD', index < 22 ? 'ABCD' : 'ABCE');
    for (let index = 0; index < 30; index++) expect((await follow(wrong(index))).data).toEqual({ levyReport: null });
    const refused = await follow(receipt);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) });
    nowMs += 61_000;
    expect((await follow(receipt)).data.levyReport.state).toBe('RECEIVED');
  });

  it('are refused in an address, where they would stand in logs', async () => {
    const url = `${hub.url}/graphql?query=${encodeURIComponent('{ levyReport(receipt: "ABCD-EFGH-JKMN-PQRS-TVWX") { state } }')}`;
    const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('must not be part of an address');
  });
});

describe('the hub', () => {
  it('counts reports by OPD, service and month of their coming, and the open ones', async () => {
    await hub.database.pool.query('delete from levy_reports');
    nowMs = Date.parse('2026-10-31T23:30:00+07:00');
    await report({ day: '2026-10-01' });
    await report({ day: '2026-10-02', opd: 'dlh', service: null });
    nowMs = Date.parse('2026-11-01T00:10:00+07:00');
    await report({ day: '2026-10-01' });
    const { data } = await atInspektorat(LIST, { first: 1 });
    await atInspektorat(MOVE, { id: data.levyReports.entries[0].id, state: 'CLOSED', answer: ANSWER });
    const closed = data.levyReports.entries[0].opd.code;
    const openOf = (opd: string, received: number) => (closed === opd ? received - 1 : received);
    const { levyCounts } = hub.stores;
    // By the day in Jakarta: two came on 31 October, one on 1 November.
    expect(await levyCounts.countUntil('2026-10-31')).toEqual([
      { opd: 'dlh', received: 1, open: openOf('dlh', 1) },
      { opd: 'dpmptsp', received: 1, open: openOf('dpmptsp', 1) },
    ]);
    expect(await levyCounts.countUntil('2026-11-01')).toEqual([
      { opd: 'dlh', received: 1, open: openOf('dlh', 1) },
      { opd: 'dpmptsp', received: 2, open: openOf('dpmptsp', 2) },
    ]);
    const months = await levyCounts.countByMonth('2026-10', '2026-11');
    expect(months.map(({ opd, service, month, received }) => [opd, service, month, received])).toEqual([
      ['dlh', undefined, '2026-10', 1],
      ['dpmptsp', 'dpmptsp.izin-makam', '2026-10', 1],
      ['dpmptsp', 'dpmptsp.izin-makam', '2026-11', 1],
    ]);
    expect(await levyCounts.countByMonth('2026-11', '2026-11')).toHaveLength(1);
  });
});

describe('a hub without Inspektorat’s key', () => {
  let bare: TestHub;
  beforeAll(async () => {
    bare = await startTestHub({ environment: { HUB_INSPEKTORAT_KEY: '' } });
  }, 60_000);
  afterAll(() => bare.stop());

  it('takes no report and no photo, and says what is missing', async () => {
    const { errors } = await bare.ask(REPORT, { variables: { input: inputOf() } });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'OPD_UNAVAILABLE',
      opd: 'inspektorat',
      fix: expect.stringContaining('HUB_INSPEKTORAT_KEY'),
    });
    const photo = await fetch(`${bare.url}/levy-photos`, { method: 'POST', body: new Uint8Array(await makePhoto()) });
    expect(photo.status).toBe(503);
    const { rows } = await bare.database.pool.query('select 1 from levy_photos union all select 1 from levy_reports');
    expect(rows).toEqual([]);
  });
});

/** How many rows each table has. */
async function countRows(): Promise<{ name: string; count: number }[]> {
  const { rows } = await hub.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counted: { name: string; count: number }[] = [];
  for (const { name } of rows) {
    const { rows: counts } = await hub.database.pool.query(`select count(*)::int as count from "${name}"`);
    counted.push({ name, count: counts[0].count });
  }
  return counted;
}
