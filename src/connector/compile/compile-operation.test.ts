import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, json, reset, text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../../protocols/testing/everything-in.ts';
import { BUDI, citizen, failureOf, type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
type Citizen @key(fields: "nik") { nik: NIK! permits: [Permit!] permit: Permit }
type Permit @tag(name: "personal") { id: ID! source: Source }
`;
const yaml = `
system: izin
describe: Contoh
sources:
  api: { rest: "\${URL}", auth: { bearer: kata-sandi-yang-rahasia } }
records:
  Permit: { owner: parent, id: no }
operations:
  permitsOf:
    source: api
    post: /cari
    body: { nik: ":nik" }
    cases:
      - { when: { rc: "01" }, is: empty }
      - { when: { rc: "05" }, is: quota, until: midnight }
      - { when: { rc: "06" }, is: quota }
      - { when: { rc: "07", pesan: sibuk }, is: unavailable }
      - { when: { rc: "07" }, is: badAnswer }
      - { when: { rc: ["08", "09"] }, is: denied }
      - { when: { lebih: dulu }, is: empty }
    okWhen: { rc: ["00", "13"], sah: true }
    rows: data[]
    record: Permit
  permitOf: { source: api, post: /satu, body: { nik: ":nik" }, rows: data, record: Permit }
resolve:
  Citizen.permits: { from: permitsOf, nik: nik }
  Citizen.permit: { from: permitOf, nik: nik }
`;
let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function ask(coordinate: string, handle: Handle, nowMs?: number) {
  open = await openConnector({ sdl, yaml, handle, ...(nowMs !== undefined && { nowMs }) });
  return open.ask(coordinate, citizen(SITI));
}

const permits = (answer: unknown) => ask('Citizen.permits', json(answer));
const permit = (answer: unknown) => ask('Citizen.permit', json(answer));
const ok = { rc: '00', sah: true };

describe('the cases of an operation', () => {
  it.each([
    [{ rc: '05' }, 'OPD_QUOTA', true, 'dinas/izin: its quota is used up.'],
    [{ rc: '07', pesan: 'sibuk' }, 'OPD_UNAVAILABLE', true, 'dinas/izin: it says that it cannot answer now.'],
    [{ rc: '07', pesan: 'lain' }, 'OPD_BAD_ANSWER', false, 'dinas/izin: it says that the question was wrong.'],
    [{ rc: '09' }, 'OPD_UNAVAILABLE', false, "dinas/izin: it refuses the hub's credentials."],
  ])('the first that fits %j decides: %s', async (answer, code, retryable, message) => {
    const failure = await failureOf(permits({ ...answer, sah: true, data: [{ no: 'A-1' }] }));
    expect(failure).toMatchObject({ code, retryable, message, opd: 'dinas', fix: expect.any(String) });
  });

  it('come before okWhen', async () => {
    expect(await permits({ rc: '01', data: [{ no: 'A-1' }] })).toEqual([]);
    expect(await permits({ ...ok, lebih: 'dulu', data: [{ no: 'A-1' }] })).toEqual([]);
  });

  it.each([
    [{ rc: '00', data: [] }],
    [{ rc: '99', sah: true, data: [] }],
    [{ data: [{ no: 'A-1' }] }],
    [{}],
    [[]],
    [null],
    ['00'],
  ])('leave %j to okWhen, which refuses it', async (answer) => {
    expect(await failureOf(permits(answer))).toMatchObject({
      code: 'OPD_BAD_ANSWER',
      retryable: false,
      message: 'dinas/izin: an answer that its contract does not know.',
    });
  });
});

describe('a quota', () => {
  // 24 November 2026 in Jakarta.
  it.each([
    ['2026-11-23T17:00:00Z', 86_400],
    ['2026-11-23T17:00:01.500Z', 86_399],
    ['2026-11-24T01:15:00Z', 56_700],
    ['2026-11-24T16:59:59Z', 1],
    ['2026-11-24T16:59:59.999Z', 1],
  ])('that ends at midnight says at %s: in %i seconds', async (now, seconds) => {
    const failure = await failureOf(ask('Citizen.permits', json({ rc: '05' }), Date.parse(now)));
    expect(failure).toMatchObject({ code: 'OPD_QUOTA', retryAfterSeconds: seconds });
  });

  it('without an end says none', async () => {
    expect(await failureOf(permits({ rc: '06' }))).toMatchObject({ code: 'OPD_QUOTA', retryAfterSeconds: undefined });
  });
});

describe('a list of rows', () => {
  it('becomes records, each with where it came from and when', async () => {
    const source = { opd: 'dinas', system: 'izin', mode: 'LIVE', asOf: '2026-11-24T08:15:00+07:00' };
    expect(await permits({ ...ok, data: [{ no: 'A-1' }, { no: 2 }] })).toMatchObject([
      { id: 'A-1', source },
      { id: '2', source },
    ]);
  });

  it.each([[[]], [null], [undefined]])('that is %j is empty', async (data) => {
    expect(await permits({ ...ok, data })).toEqual([]);
  });

  it.each([[{ no: 'A-1' }], ['A-1'], [7], [false], [['A-1']], [[null]], [[[{ no: 'A-1' }]]]])(
    'that is %j is a bad answer',
    async (data) => {
      expect(await failureOf(permits({ ...ok, data }))).toMatchObject({ code: 'OPD_BAD_ANSWER' });
    },
  );
});

describe('a single row', () => {
  it('becomes a record', async () => {
    expect(await permit({ data: { no: 'A-1' } })).toMatchObject({ id: 'A-1' });
  });

  // PHP writes an empty object as an empty list.
  it.each([[null], [undefined], [[]]])('that is %j is null', async (data) => {
    expect(await permit({ data })).toBeNull();
  });

  it.each([[[{ no: 'A-1' }]], ['A-1'], [7], [false]])('that is %j is a bad answer', async (data) => {
    expect(await failureOf(permit({ data }))).toMatchObject({ code: 'OPD_BAD_ANSWER' });
  });
});

describe('a failure of the system', () => {
  it.each([
    ['a broken connection', reset, 'OPD_UNAVAILABLE', true],
    ['a page', text(`<html>${SITI}</html>`), 'OPD_BAD_ANSWER', false],
    ['HTTP 500', text(SITI, 500), 'OPD_UNAVAILABLE', true],
    ['HTTP 429', text(SITI, 429, { 'retry-after': '30' }), 'OPD_QUOTA', true],
    ['HTTP 401', text(SITI, 401), 'OPD_UNAVAILABLE', false],
  ] as const)(
    '%s is the OPD’s, by its name, without anybody’s data or any secret',
    async (_name, handle, code, retryable) => {
      const failure = await failureOf(ask('Citizen.permits', handle));
      expect(failure).toMatchObject({
        code,
        retryable,
        opd: 'dinas',
        message: expect.stringMatching(/^dinas\/izin: /),
      });
      const shown = everythingIn(failure);
      for (const secret of [SITI, 'kata-sandi-yang-rahasia']) expect(shown).not.toContain(secret);
    },
  );

  it('says when to try again', async () => {
    const failure = await failureOf(ask('Citizen.permits', text('', 429, { 'retry-after': '30' })));
    expect(failure).toMatchObject({ retryAfterSeconds: 30 });
  });
});

describe('the guard of a source', () => {
  it('refuses a call when as many wait already as the file allows', async () => {
    const limited = yaml.replace('auth:', 'limits: { concurrency: 1, queue: 1 }, auth:');
    open = await openConnector({ sdl, yaml: limited, handle: json({ ...ok, data: [] }) });
    const [first, second, third] = [SITI, BUDI, '1571991207900003'].map((nik) =>
      open?.ask('Citizen.permits', citizen(nik)),
    );
    expect(await failureOf(third as Promise<unknown>)).toMatchObject({
      code: 'OPD_UNAVAILABLE',
      retryAfterSeconds: 1,
      message: 'dinas/izin: too many calls wait for it already.',
    });
    await Promise.all([first, second]);
    expect(open.system.requests).toHaveLength(2);
  });

  it('asks no more often in a minute than the file says, and tells when to come again', async () => {
    const limited = yaml.replace('auth:', 'limits: { perMinute: 1 }, auth:');
    open = await openConnector({ sdl, yaml: limited, handle: json({ ...ok, data: [] }) });
    await open.ask('Citizen.permits', citizen(SITI));
    expect(await failureOf(open.ask('Citizen.permits', citizen(BUDI)))).toMatchObject({
      code: 'OPD_QUOTA',
      retryAfterSeconds: 60,
    });
    expect(open.system.requests).toHaveLength(1);
  });

  it('makes as many further attempts at a read as the file says', async () => {
    const limited = yaml.replace('auth:', 'limits: { retries: 2 }, auth:');
    open = await openConnector({ sdl, yaml: limited, handle: text('', 500) });
    await failureOf(open.ask('Citizen.permits', citizen(SITI)));
    expect(open.system.requests).toHaveLength(3);
  });

  it('leaves the system alone after as many failures in a row as the file says', async () => {
    const limited = yaml.replace('auth:', 'limits: { retries: 0, breaker: { failures: 2, openSeconds: 30 } }, auth:');
    open = await openConnector({ sdl, yaml: limited, handle: text('', 500) });
    for (const nik of [SITI, BUDI]) await failureOf(open.ask('Citizen.permits', citizen(nik)));
    expect(await failureOf(open.ask('Citizen.permits', citizen(SITI)))).toMatchObject({
      code: 'OPD_UNAVAILABLE',
      retryAfterSeconds: 30,
    });
    expect(open.system.requests).toHaveLength(2);
  });

  it('makes one call for identical questions of several requests at once, and each caller sees his own only', async () => {
    open = await openConnector({ sdl, yaml, handle: json({ ...ok, data: [] }) });
    await Promise.all([SITI, SITI, SITI, BUDI].map((nik) => open?.ask('Citizen.permits', citizen(nik))));
    expect(open.system.requests).toHaveLength(2);
  });
});
