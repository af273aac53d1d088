import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, hang, json, reset, text } from '../../outbound/testing/loopback.ts';
import { type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
type Citizen @key(fields: "nik") { nik: NIK! reports: [Report!] }
type Report @tag(name: "personal") { id: ID! }
`;
const yaml = `
system: aduan
describe: Contoh
sources:
  api: { rest: "\${URL}", tolerate: [htmlPages], limits: { retries: 3, timeoutMs: 200 } }
records:
  Report: { owner: nik | nik, id: no }
operations:
  reportsOf: { source: api, post: /cari, body: { nik: ":nik" }, rows: "data[]", record: Report }
  report:
    source: api
    post: /lapor
    write: true
    body: { nik: ":nik", isi: ":text" }
    emptyStatus: [422]
    undone: [htmlPages]
    refused: { when: { status: gagal }, reason: pesan }
    cases: [{ when: { status: kosong }, is: empty }]
    okWhen: { status: sukses }
    receipt: data.nomor
resolve:
  Citizen.reports: { from: reportsOf, nik: nik }
`;
let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function report(handle: Handle): Promise<unknown> {
  open = await openConnector({ sdl, yaml, handle });
  return open.write('report', { nik: SITI, text: 'Jalan "rusak"' });
}

describe('what is sent to a system', () => {
  it('is taken, with the system’s own number', async () => {
    const outcome = await report(json({ status: 'sukses', data: { nomor: 17 } }));
    expect(outcome).toEqual({ state: 'accepted', receipt: '17' });
    expect(JSON.parse(open?.system.requests[0]?.body ?? '')).toEqual({ nik: SITI, isi: 'Jalan "rusak"' });
  });

  it('is refused for a reason that people can read', async () => {
    const outcome = await report(json({ status: 'gagal', pesan: 'Lokasi di luar kota' }));
    expect(outcome).toEqual({ state: 'refused', reason: 'Lokasi di luar kota' });
  });

  it('may be refused by a status of HTTP, and only in words that are known', async () => {
    const outcome = await report(json({ status: 'gagal', pesan: 'Isi terlalu pendek' }, 422));
    expect(outcome).toEqual({ state: 'refused', reason: 'Isi terlalu pendek' });
    await open?.close();
    expect(await report(json({ lain: 1 }, 422))).toMatchObject({ state: 'unknown', error: { code: 'OPD_BAD_ANSWER' } });
  });

  it.each([
    ['the connection breaks', reset, 'OPD_UNAVAILABLE'],
    ['it answers HTTP 500', json({}, 500), 'OPD_UNAVAILABLE'],
    ['it answers what its contract does not know', json({ status: 'lain' }), 'OPD_BAD_ANSWER'],
    ['it answers that there is nothing, which is not that it was taken', json({ status: 'kosong' }), 'OPD_BAD_ANSWER'],
  ] as const)('is never sent a second time when %s', async (_when, handle, code) => {
    // Whoever acts on the error must not send it again either.
    expect(await report(handle)).toMatchObject({
      state: 'unknown',
      error: { code, retryable: false, fix: expect.not.stringMatching(/^Try/) },
    });
    expect(open?.system.requests).toHaveLength(1);
  });
});

describe('what certainly was not done', () => {
  it.each([
    ['it says that too many are sent', json({}, 429), 'OPD_QUOTA'],
    ['it does not know the hub’s account', json({}, 401), 'OPD_UNAVAILABLE'],
    ['its contract says so of a page of HTML', text('<html>Runtime Error</html>'), 'OPD_UNAVAILABLE'],
  ] as const)('may be sent again when %s', async (_when, handle, code) => {
    expect(await report(handle)).toMatchObject({ state: 'undone', error: { code } });
  });

  it('is what never came past the log-in', async () => {
    const withLogin = yaml.replace(
      'tolerate:',
      'auth: { login: { post: /masuk, body: {}, token: t, expired: 401 } }, tolerate:',
    );
    open = await openConnector({ sdl, yaml: withLogin, handle: json({}, 500) });
    expect(await open.write('report', { nik: SITI, text: 'x' })).toMatchObject({ state: 'undone' });
    expect(open.system.requests.map(({ path }) => path)).toEqual(['/masuk']);
  });

  it('is what found nobody listening, and not what a hanging system was given', async () => {
    await report(json({ status: 'sukses' }));
    await open?.system.stop();
    expect(await open?.write('report', { nik: SITI, text: 'x' })).toMatchObject({ state: 'undone' });
    await open?.close();
    expect(await report(hang)).toMatchObject({ state: 'unknown', error: { code: 'OPD_UNAVAILABLE' } });
  });
});
