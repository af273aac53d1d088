import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { postJson, type Reply } from '../post-json.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { createCardFile } from './records.ts';
import { createDisnaker, DISNAKER_CLIENT } from './server.ts';

interface Page {
  readonly data: readonly Record<string, unknown>[];
  readonly meta: { readonly next_cursor: string | null };
}

let system: RunningSystem;
let token: string;
beforeAll(async () => {
  system = await serveSystem(createDisnaker(createCardFile(createPopulation(7), 1)), 0, '127.0.0.1');
});
afterAll(() => system.stop());
beforeEach(async () => {
  system.control.reset();
  const { access_token } = (await (await askToken()).json()) as { access_token: string };
  token = access_token;
});

const credentials = { client_id: DISNAKER_CLIENT.id, client_secret: DISNAKER_CLIENT.secret };

function askToken(form: Record<string, string> = credentials, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...form });
  return fetch(`${system.url}/oauth/token`, { method: 'POST', body, headers });
}

function search(nik: unknown, changes: object = {}): Promise<Reply> {
  return postJson(`${system.url}/api/ak1/cari`, { nik, ...changes }, { authorization: `Bearer ${token}` });
}

test('gives a token for five minutes, to credentials in the form or in the header', async () => {
  const basic = Buffer.from(`${DISNAKER_CLIENT.id}:${DISNAKER_CLIENT.secret}`).toString('base64');
  for (const response of [await askToken(), await askToken({}, { authorization: `Basic ${basic}` })]) {
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      token_type: 'Bearer',
      expires_in: 300,
      access_token: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  }
});

test.each([
  ['a wrong secret', { ...credentials, client_secret: 'salah' }, 401, 'invalid_client'],
  ['no credentials', {}, 401, 'invalid_client'],
  ['another grant', { ...credentials, grant_type: 'password' }, 400, 'unsupported_grant_type'],
])('refuses a token to %s', async (_, form, status, error) => {
  const response = await askToken(form);
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ error })]);
});

test('answers with the card, its days written out in Indonesian', async () => {
  expect((await search(findPerson('demo').nik)).json()).toEqual({
    data: [
      {
        nomor_pendaftaran: '1571/AK.1/00001/2025',
        nik: findPerson('demo').nik,
        pendidikan_terakhir: 'SMA/SMK',
        keahlian: 'Mengemudi, Las listrik',
        status: 'Aktif',
        berlaku_mulai: '16 Oktober 2025',
        berlaku_sampai: '16 Oktober 2027',
      },
    ],
    meta: { next_cursor: null },
  });
});

test('gives two cards a page and a cursor while there are more', async () => {
  const { nik } = findPerson('ganda');
  const first = (await search(nik)).json() as Page;
  expect(first.data.map(({ status }) => status)).toEqual(['Aktif', 'Kedaluwarsa']);
  const second = (await search(nik, { cursor: first.meta.next_cursor })).json() as Page;
  expect(second.data.map(({ berlaku_mulai }) => berlaku_mulai)).toEqual(['6 September 2021']);
  expect(second.meta.next_cursor).toBeNull();
  expect((await search(nik, { cursor: 'salah' })).status).toBe(422);
});

test('says 404 for a person without a card, 422 for a malformed NIK', async () => {
  for (const alias of ['kosong', 'tiada', 'siti'] as const) {
    const reply = await search(findPerson(alias).nik);
    expect([reply.status, reply.json()]).toEqual([404, { message: 'Data pencari kerja tidak ditemukan' }]);
  }
  expect((await search(1571)).status).toBe(422);
});

test('aneh has a card as it was typed from paper', async () => {
  const { data } = (await search(findPerson('aneh').nik)).json() as Page;
  expect(data).toEqual([
    expect.objectContaining({
      nik: ` ${findPerson('aneh').nik}`,
      keahlian: 'null',
      status: 'AKTIF ',
      berlaku_mulai: '5 januari 2026',
      berlaku_sampai: '-',
    }),
  ]);
});

test('an ended token is refused, a new one works', async () => {
  system.control.set({ expiredSession: true });
  const refusal = await search(findPerson('demo').nik);
  expect([refusal.status, refusal.json()]).toEqual([401, { message: 'Unauthenticated.' }]);
  token = ((await (await askToken()).json()) as { access_token: string }).access_token;
  expect((await search(findPerson('demo').nik)).status).toBe(200);
});
