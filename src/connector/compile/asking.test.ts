import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, json } from '../../outbound/testing/loopback.ts';
import { someOpds } from '../testing/converter-scope.ts';
import { BUDI, citizen, failureOf, type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
enum Kind { PLAN REPORT OTHER }
type Opd @key(fields: "code") { code: String! documents(kind: Kind!, year: Int, nip: String): [Document!] }
type Document { title: String path: String }
type Query { everything: [Document!] }
type Citizen @key(fields: "nik") { nik: NIK! list: [Permit!] cached: [Permit!] shared: [Permit!] }
type Permit @tag(name: "personal") { id: ID! source: Source }
`;
const yaml = `
system: izin
describe: Contoh
sources:
  api: { rest: "\${URL}" }
codes:
  kinds: { PLAN: renstra, REPORT: lkjip, "*": null }
records:
  Document: { title: $.asked, path: $.path }
  Permit: { owner: nik | nik, id: no }
operations:
  plans: { source: api, post: /rencana, body: { opd: ":opd" }, rows: "data[]", record: Document }
  reports:
    { source: api, post: /laporan, body: { opd: ":opd", kind: ":kind", on: ":on", b: ":b", nip: ":nip" }, rows: "data[]", record: Document }
  everyone: { source: api, post: /semua, rows: "data[]", record: Permit, keep: owner, omit: { hapus: [1, "1"] } }
  cached: { source: api, post: /sering, body: { nik: ":nik" }, rows: "data[]", record: Permit, cache: { seconds: 60 }, cases: [{ when: { rc: "05" }, is: quota }] }
  shared:
    { source: api, post: /bersama, rows: "data[]", record: Permit, keep: owner, cache: { seconds: 60, for: everyone } }
  library: { source: api, post: /pustaka, rows: "data[]", record: Document }
resolve:
  Query.everything: { from: library }
  Opd.documents:
    when: args.kind
    from: { PLAN: plans, REPORT: reports }
    opd: code | opd sikesal args.year
    kind: args.kind | code kinds
    on: today | day dd/mm/yyyy
    b: code | base64
    nip: args.nip | group 8 6 1 3
  Citizen.list: { from: everyone }
  Citizen.cached: { from: cached, nik: nik }
  Citizen.shared: { from: shared }
`;
let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const rows = [
  { nik: SITI, no: 'A-1' },
  { nik: BUDI, no: 'B-1' },
  { nik: '-', no: 'C-1' },
  { nik: SITI, no: 'A-2' },
  { nik: SITI, no: 'A-3', hapus: '1' },
];
const answer: Handle = (request, response) => {
  const data = request.path === '/sering' ? rows.slice(0, 1) : rows;
  response.end(JSON.stringify({ asked: request.body, path: request.path, data }));
};
const start = async (handle: Handle = answer) => {
  open = await openConnector({ sdl, yaml, handle, opds: someOpds });
  return open;
};
const idsOf = (permits: unknown) => (permits as { id: string }[]).map(({ id }) => id);

describe('what decides which operation is asked', () => {
  it('is a value of the query', async () => {
    const { ask } = await start();
    const [plan] = (await ask('Opd.documents', { code: 'dpmptsp' }, { kind: 'PLAN' })) as { path: string }[];
    const [report] = (await ask('Opd.documents', { code: 'dpmptsp' }, { kind: 'REPORT' })) as { path: string }[];
    expect([plan?.path, report?.path]).toEqual(['/rencana', '/laporan']);
  });

  it('asks nothing for a value that has no case', async () => {
    const { ask, system } = await start();
    expect(await ask('Opd.documents', { code: 'dpmptsp' }, { kind: 'OTHER' })).toEqual([]);
    expect(system.requests).toEqual([]);
  });
});

describe('what is asked at the root', () => {
  it('has no parent', async () => {
    const { ask } = await start();
    expect(await ask('Query.everything', undefined)).toHaveLength(rows.length);
  });
});

describe('what a system is asked by', () => {
  it('is written as the system wants it', async () => {
    const { ask } = await start();
    const args = { kind: 'REPORT', nip: '198604122010032001' };
    const [report] = (await ask('Opd.documents', { code: 'dpmptsp' }, args)) as { title: string }[];
    expect(JSON.parse(report?.title ?? '')).toEqual({
      opd: '9',
      kind: 'lkjip',
      on: '24/11/2026',
      b: 'ZHBtcHRzcA==',
      nip: '19860412 201003 2 001',
    });
    const short = ask('Opd.documents', { code: 'dpmptsp' }, { kind: 'REPORT', nip: '1986' });
    await expect(short).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is the code that the OPD had in that year', async () => {
    const { ask } = await start();
    const [plan] = (await ask('Opd.documents', { code: 'dpmptsp' }, { kind: 'PLAN', year: 2024 })) as {
      title: string;
    }[];
    expect(JSON.parse(plan?.title ?? '')).toEqual({ opd: '8' });
  });

  it('is not asked for an OPD that it does not know', async () => {
    const { ask, system } = await start();
    expect(await ask('Opd.documents', { code: 'dinsos' }, { kind: 'PLAN' })).toEqual([]);
    expect(system.requests).toEqual([]);
  });
});

describe('a system that can only be asked for everybody', () => {
  it('gives a citizen only what is his, without what the system marks as deleted', async () => {
    const { ask } = await start();
    expect(idsOf(await ask('Citizen.list', citizen(SITI)))).toEqual(['A-1', 'A-2']);
    expect(idsOf(await ask('Citizen.list', citizen(BUDI)))).toEqual(['B-1']);
    expect(await ask('Citizen.list', { nik: SITI })).toEqual([]);
  });
});

describe('an answer that may be used again', () => {
  it('is not asked for twice within its time, and says when it was given', async () => {
    const { ask, system, clock } = await start();
    const [first] = (await ask('Citizen.cached', citizen(SITI))) as { source: unknown }[];
    clock.nowMs += 59_000;
    expect(await ask('Citizen.cached', citizen(SITI))).toEqual([expect.objectContaining({ source: first?.source })]);
    expect(system.requests).toHaveLength(1);
    clock.nowMs += 1000;
    const [third] = (await ask('Citizen.cached', citizen(SITI))) as { source: unknown }[];
    expect(system.requests).toHaveLength(2);
    expect(third?.source).not.toEqual(first?.source);
  });

  it('serves other people only where the file says that it does not depend on who asks, and each only what is his', async () => {
    const { ask, system } = await start();
    expect(idsOf(await ask('Citizen.shared', citizen(SITI)))).toEqual(['A-1', 'A-2', 'A-3']);
    expect(idsOf(await ask('Citizen.shared', citizen(BUDI)))).toEqual(['B-1']);
    expect(system.requests).toHaveLength(1);
  });

  it.each([
    ['says that something is wrong', { rc: '05' }, 'OPD_QUOTA'],
    ['has something else where its rows should be', { data: 'galat' }, 'OPD_BAD_ANSWER'],
  ])('is not one that %s', async (_which, bad, code) => {
    const answers: object[] = [bad, { data: rows }];
    const { ask, system } = await start((...call) => json(answers.shift() ?? {})(...call));
    expect(await failureOf(ask('Citizen.cached', citizen(SITI)))).toMatchObject({ code });
    await ask('Citizen.cached', citizen(SITI)).catch(() => {});
    expect(system.requests).toHaveLength(2);
  });
});
