import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppStore, findRunningPostgres, openDatabase } from '../src/store/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { runProcess } from './support/run-process.ts';

let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-command-'));
  databaseUrl = await createTestDatabase();
});
afterAll(() => rm(folder, { recursive: true }));

async function app(...args: string[]): Promise<{ code: number | null; output: string }> {
  const environment = { HUB_DATA_DIR: folder, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  const running = runProcess(['hub', 'app', ...args], environment);
  return { code: await running.ended, output: running.output() };
}
const ADD = ['add', '--name', 'Izin Ku', '--owner', 'DPMPTSP', '--purpose', 'izin', '--scope', 'citizen.dpmptsp'];

describe('hub -- app', () => {
  it('registers an app with a secret that is shown once and works, lists it, changes the secret, and revokes it', async () => {
    const added = await app(...ADD, '--party', 'city', '--per-minute', '30', '--secret');
    expect(added.code).toBe(0);
    const secret = /client_secret: (\S+)/.exec(added.output)?.[1] ?? '';
    expect(secret).toHaveLength(43);
    const database = await openDatabase(databaseUrl, { maxConnections: 2 });
    const store = await createAppStore(database);
    expect(store.find('izin-ku')).toMatchObject({ party: 'city', perMinute: 30, scopes: new Set(['citizen.dpmptsp']) });
    expect(await store.checkSecret('izin-ku', secret)).toBe(true);
    const { output } = await app('list');
    expect(output).toContain('izin-ku  Izin Ku (DPMPTSP)');
    expect(output).not.toContain(secret);
    const next = /client_secret: (\S+)/.exec((await app('rotate-secret', 'izin-ku')).output)?.[1] ?? '';
    await expect.poll(() => store.checkSecret('izin-ku', next), { timeout: 5000 }).toBe(true);
    expect(await store.checkSecret('izin-ku', secret)).toBe(false);
    expect((await app('revoke', 'izin-ku')).code).toBe(0);
    await expect.poll(() => store.find('izin-ku'), { timeout: 5000 }).toBeUndefined();
    expect((await app('list')).output).toContain('revoked');
    await store.close();
    await database.close();
  }, 60_000);

  it.each([
    [['add', '--name', 'X'], 'An app needs a name'],
    [[...ADD, '--origin', 'https://a.example/path'], 'origins must be origins'],
    [[...ADD, '--party', 'ours'], '--party must be city or other'],
    [['revoke', 'tidak-ada'], 'There is no app tidak-ada'],
    [['revoke'], 'Say which app'],
    [['remove', 'x'], 'Say what to do'],
  ])('says in words what is wrong with %j', async (args, message) => {
    const { code, output } = await app(...args);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('uses the embedded database where no other is set, and leaves none running', async () => {
    databaseUrl = '';
    expect((await app(...ADD)).code).toBe(0);
    expect(await findRunningPostgres(join(folder, 'postgres'))).toBeUndefined();
    expect((await app('list')).output).toContain('izin-ku');
  }, 60_000);
});
