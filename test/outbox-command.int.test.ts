import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeliveryStore, createOutboxStore, type Database, openDatabase } from '../src/store/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';
import { newKeyRing, nikOf } from './support/open-access-log.ts';
import { runProcess } from './support/run-process.ts';

const keys = newKeyRing();
let folder: string;
let databaseUrl: string;
let database: Database;
let id: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-command-'));
  databaseUrl = await createTestDatabase();
  database = await openDatabase(databaseUrl, { maxConnections: 2 });
  await database.migrate();
  const outbox = createOutboxStore(database, keys);
  const place = { kind: 'bookQueueTicket', opd: 'rsud', system: 'antrean', nik: nikOf(1) };
  const content = { phone: '0812-rahasia' };
  ({ id } = await outbox.accept({ ...place, idempotencyKey: 'kunci-1234', content, attachments: [] }));
  const workers = createDeliveryStore(database, keys);
  const claimed = await workers.claim(id, 60_000);
  if (claimed.state !== 'claimed') throw new Error(claimed.state);
  await workers.begin(claimed.delivery, undefined, 60_000);
  await workers.askPerson(claimed.delivery, 'OPD_UNAVAILABLE: rsud/antrean: no answer within the time allowed.');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function outbox(...args: string[]): Promise<{ code: number | null; output: string }> {
  const write = ([key]: KeyRingUse) => `${key?.id}:${key?.key.toString('base64')}`;
  const settings = { HUB_INDEX_KEYS: write(keys.index), HUB_DATA_KEYS: write(keys.data) };
  const environment = { HUB_DATA_DIR: folder, DATABASE_URL: databaseUrl, ...settings };
  const running = runProcess(['hub', 'outbox', ...args], environment);
  return { code: await running.ended, output: running.output() };
}
type KeyRingUse = typeof keys.index;

describe('hub -- outbox', () => {
  it.each([
    [['resolve', 'x'], 'one thing that became of it'],
    [['resolve', '--send-again'], 'Say which one'],
    [['resolve', 'x', '--send-again', '--delivered'], 'one thing'],
    [['resolve', 'x', '--send-again'], 'There is no such submission'],
    [['delete'], 'Say what to do'],
  ])('says in words what is wrong with %j', async (args, message) => {
    const { code, output } = await outbox(...args);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('lists what needs a person, and nothing of whose it is or what it says', async () => {
    const { code, output } = await outbox('list');
    expect(code).toBe(0);
    expect(output).toContain(id);
    expect(output).toContain('bookQueueTicket → rsud/antrean');
    expect(output).toContain('no answer within the time allowed');
    expect(output).not.toMatch(/rahasia|1571/);
  });

  it('lets whoever has looked say that the agency has it', async () => {
    const { output } = await outbox('resolve', id, '--delivered', '--receipt', '20261106INT007');
    expect(output).toContain('the agency has it');
    const found = await createOutboxStore(database, keys).find(nikOf(1), id);
    expect(found).toMatchObject({ state: 'delivered', receipt: '20261106INT007' });
    expect((await outbox('list')).output).toContain('Nothing waits');
  });
});
