import { afterEach, describe, expect, it } from 'vitest';
import { OWNER } from '../../base/owner.ts';
import { type Handle, json } from '../../outbound/testing/loopback.ts';
import type { NewSubmission, Outbox, Submission } from '../../ports/outbox.ts';
import { BUDI, failureOf, type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
type Citizen @key(fields: "nik") { nik: NIK! reports: [Report!] }
type Report @tag(name: "personal") { id: ID! }
type Mutation {
  report(idempotencyKey: String!, text: String!, on: Date, place: String): Submission!
  register(idempotencyKey: String!, text: String!): Submission!
}
type Submission @key(fields: "id", resolvable: false) { id: ID! }
`;
const yaml = `
system: aduan
describe: Contoh
sources:
  api: { rest: "\${URL}", limits: { timeoutMs: 200 } }
records:
  Report: { owner: nik | nik, id: no }
operations:
  reportsOf: { source: api, post: /cari, body: { nik: ":nik", bulan: ":month" }, rows: "data[]", record: Report }
  report: { source: api, post: /lapor, write: true, body: { nik: ":nik", isi: ":text", tgl: ":on", tempat: ":place" }, receipt: no }
  register: { source: api, post: /daftar, write: true, body: { nip: ":nip", ket: ":text", ref: ":reference" }, receipt: no }
resolve:
  Citizen.reports: { from: reportsOf, nik: nik, month: today.month }
submissions:
  Mutation.report:
    to: report
    with: { nik: caller.nik, text: args.text, on: args.on | day dd/mm/yyyy, place: args.place ?? "" }
    trace:
      from: reportsOf
      with: { nik: caller.nik, month: text }
      match: { text: isi, on: tgl }
      receipt: no
      settle: 5m
  Mutation.register:
    to: register
    with: { nip: links.nip, text: args.text, reference: submission.id }
    idempotent: true
`;

let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const kept: NewSubmission[] = [];
const outbox: Outbox = {
  accept: async (submission) => {
    kept.push(submission);
    return { id: 'id-1' } as Submission;
  },
  find: async () => undefined,
  list: async () => [],
};
const siti = { kind: 'citizen', nik: SITI };
const KEY = { idempotencyKey: 'kunci-0001' };

async function openReports(setup: { handle?: Handle; nips?: readonly string[]; outbox?: Outbox | null } = {}) {
  kept.length = 0;
  const { handle = json({ no: 'L-1' }), nips = ['198604122010032001'], outbox: given = outbox } = setup;
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => nips) };
  open = await openConnector({ sdl, yaml, handle, links, ...(given && { outbox: given }) });
  return open;
}

describe('what a citizen hands in', () => {
  it('is kept as the system wants it, for himself, and no system is asked', async () => {
    const { submit, system } = await openReports();
    const given = await submit('report', { ...KEY, text: 'Air keruh', on: '2026-11-20' }, siti);
    expect(given).toEqual({ id: 'id-1', [OWNER]: SITI });
    expect(kept).toEqual([
      {
        ...{ kind: 'report', opd: 'dinas', system: 'aduan', nik: SITI, idempotencyKey: 'kunci-0001', attachments: [] },
        content: { nik: SITI, text: 'Air keruh', on: '20/11/2026', place: '' },
      },
    ]);
    expect(system.requests).toEqual([]);
  });

  it('goes by his one linked number, and is refused with none or several', async () => {
    const { submit } = await openReports();
    await submit('register', { ...KEY, text: 'x' }, siti);
    expect(kept[0]?.content).toEqual({ nip: '198604122010032001', text: 'x' });
    for (const nips of [[], ['1', '2']]) {
      await open?.close();
      const { submit: again } = await openReports({ nips });
      expect(await failureOf(again('register', { ...KEY, text: 'x' }, siti))).toMatchObject({ code: 'LINK_MISSING' });
      expect(kept).toEqual([]);
    }
  });

  it.each([
    ['a key that is too short', { idempotencyKey: 'x' }, 'BAD_USER_INPUT'],
    ['a key with a blank', { idempotencyKey: 'satu dua tiga' }, 'BAD_USER_INPUT'],
    ['a day that is none', { on: 'kemarin' }, 'BAD_USER_INPUT'],
  ])('is not kept with %s', async (_what, differing, code) => {
    const { submit } = await openReports();
    const failure = await failureOf(submit('report', { ...KEY, text: 'x', ...differing }, siti));
    expect(failure).toMatchObject({ code });
    expect(kept).toEqual([]);
  });

  it.each([
    ['somebody in office', { kind: 'staff' }, outbox, 'FORBIDDEN'],
    ['nobody', undefined, outbox, 'FORBIDDEN'],
    ['a citizen, where the hub’s database is not', siti, null, 'NOT_FOUND'],
  ])('is not kept for %s', async (_who, caller, given, code) => {
    const { submit } = await openReports({ outbox: given });
    expect(await failureOf(submit('report', { ...KEY, text: 'x' }, caller))).toMatchObject({ code });
  });
});

describe('a submission on its way', () => {
  const find = (kind: string) => open?.submissions.find((one) => one.kind === kind);

  it('carries the hub’s own number, the same at every sending', async () => {
    const { system } = await openReports();
    for (let sent = 0; sent < 2; sent++) await find('register')?.send('id-7', { nip: '1', text: 'x' });
    expect(system.requests.map(({ body }) => JSON.parse(body).ref)).toEqual(['id-7', 'id-7']);
    expect(find('register')).toMatchObject({ isIdempotent: true, trace: undefined });
  });

  it('is found by all that must match, under the system’s numbers', async () => {
    const rows = [
      { no: 'L-1', nik: SITI, isi: ' AIR keruh, &quot;bau&quot;', tgl: '20/11/2026' },
      { no: 'L-2', nik: SITI, isi: 'Air keruh, "bau"', tgl: '21/11/2026' },
      { no: 3, nik: SITI, isi: 'air keruh "bau"', tgl: '20-11-2026' },
      { no: 'L-4', nik: SITI, isi: { text: 'Air keruh' }, tgl: '20/11/2026' },
    ];
    const { system } = await openReports({ handle: json({ data: rows }) });
    const content = { nik: SITI, text: 'Air keruh, "bau"', on: '20/11/2026', place: '' };
    expect(await find('report')?.trace?.look('id-1', SITI, content)).toEqual(['L-1', '3']);
    expect(JSON.parse(system.requests[0]?.body ?? '')).toEqual({ nik: SITI, bulan: 'Air keruh, "bau"' });
    // Five minutes, and the two tenths of a second that a call may take.
    expect(find('report')?.trace?.settleMs).toBe(300_200);
  });

  it('is not looked for in an answer that is none, or in a record without a number', async () => {
    const content = { nik: BUDI, text: 'x', on: null, place: '' };
    for (const handle of [json({}, 500), json({ data: [{ nik: BUDI, isi: 'x', tgl: null }] })]) {
      await openReports({ handle });
      const failure = await failureOf(find('report')?.trace?.look('id-1', BUDI, content) ?? Promise.resolve());
      expect(failure).toMatchObject({ code: expect.stringMatching(/^OPD_/) });
      await open?.close();
    }
  });
});
