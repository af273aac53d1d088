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
  system = await serveSystem(createDisnaker(createCardFile(createPopulation(4_000), 1)), 0, '127.0.0.1');
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

interface Changes {
  readonly data: readonly Record<string, unknown>[];
  readonly meta: { readonly total: number };
}

/** Follows the links from a time on. */
async function readChanges(since: string): Promise<readonly Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let path: string | undefined = `/api/ak1?${new URLSearchParams({ updated_since: since })}`;
  while (path) {
    const response: Response = await fetch(system.url + path, { headers: { authorization: `Bearer ${token}` } });
    const { data, meta } = (await response.json()) as Changes;
    found.push(...data);
    path = /^<(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    if (!path) expect(found).toHaveLength(meta.total);
  }
  return found;
}

test('lists all cards in order of change, a hundred a page with a link to the next', async () => {
  const all = await readChanges('2000-01-01 00:00:00');
  expect(all.length).toBeGreaterThan(100);
  expect(new Set(all.map(({ nomor_pendaftaran }) => nomor_pendaftaran)).size).toBe(all.length);
  const changes = all.map(({ updated_at }) => String(updated_at));
  expect(changes).toEqual([...changes].sort());
  expect(all.every(({ deleted_at }) => deleted_at === null)).toBe(true);
});

test('a card that is deleted stays in the list of changes, marked, and is nobody’s any more', async () => {
  const added = await system.records?.add(findPerson('kosong').nik);
  expect((await search(findPerson('kosong').nik)).status).toBe(200);
  await system.records?.remove(added);
  const [row] = (await readChanges('2026-11-01 16:00:00')).slice(-1);
  expect(row).toMatchObject({ nomor_pendaftaran: added, status: 'Dicabut', deleted_at: row?.updated_at });
  expect((await search(findPerson('kosong').nik)).status).toBe(404);
});

test('a card that changes goes to the end of the list', async () => {
  const changed = await system.records?.change();
  expect((await readChanges('2026-11-01 16:00:00')).at(-1)).toMatchObject({
    nomor_pendaftaran: changed,
    status: expect.stringMatching(/^(Bekerja|Dicabut)$/),
    deleted_at: null,
  });
});

test('refuses a time and a page that are none', async () => {
  for (const query of ['updated_since=2026-11-01', 'updated_since=2026-11-01+00:00:00&page=0'])
    expect(
      (await fetch(`${system.url}/api/ak1?${query}`, { headers: { authorization: `Bearer ${token}` } })).status,
    ).toBe(422);
});
