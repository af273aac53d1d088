import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccessLog, createCheckpoints } from '../src/audit/index.ts';
import { getAuditKey } from '../src/key-files.ts';
import { type Database, openDatabase, startEmbeddedPostgres } from '../src/store/index.ts';
import { entriesOf, newKeyRing } from './support/open-access-log.ts';
import { runProcess } from './support/run-process.ts';

const stack = new AsyncDisposableStack();
let folder: string;
let database: Database;

/** As a hub leaves it: an embedded database that runs, its log, checkpoints and key in the data folder. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-audit-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o711); // lets the server's own account in when root runs the tests
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  stack.defer(() => postgres.stop());
  database = await openDatabase(postgres.url, { maxConnections: 2 });
  stack.defer(() => database.close());
  await database.migrate();
  const onFailed = (error: unknown) => expect(error).toBeUndefined();
  const signingKey = getAuditKey(undefined, folder);
  const checkpoints = await createCheckpoints({ folder: join(folder, 'audit'), signingKey, onFailed });
  const log = createAccessLog(database, newKeyRing(), { onAppended: checkpoints.note });
  await log.record(entriesOf(40));
  await log.close();
  await checkpoints.close();
});
afterAll(() => stack.disposeAsync());

async function audit(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = runProcess(['hub', 'audit', ...args], { HUB_DATA_DIR: folder });
  return { code: await command.ended, output: command.output() };
}

describe('the audit command', () => {
  it('verifies the log of the hub that runs here', async () => {
    const { code, output } = await audit('verify');
    expect(output).toContain('The access log is sound: 40 rows, 1 checkpoint.');
    expect(code).toBe(0);
  });

  it('exports days of it, and verifies that file with the key alone', async () => {
    const file = join(folder, 'november.jsonl');
    const exported = await audit('export', '--from', '2026-11-24', '--until', '2026-11-24', '--out', file);
    expect(exported).toMatchObject({ code: 0, output: expect.stringContaining('40 rows') });
    expect(await audit('export', '--out', file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('there already'),
    });
    const key = join(folder, 'key.txt');
    await writeFile(key, (await audit('key')).output);
    expect(await audit('verify', '--export', file, '--key', key)).toMatchObject({ code: 0 });
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('permit-handling', 'other'));
    const { code, output } = await audit('verify', '--export', file, '--key', (await audit('key')).output.trim());
    expect(output).toContain('row 1 was changed');
    expect(code).toBe(1);
  });

  it('names the row that was changed, and what to do', async () => {
    await database.pool.query(`update access_log set outcome = 'refused' where seq = 17`);
    const { code, output } = await audit('verify');
    await database.pool.query(`update access_log set outcome = 'allowed' where seq = 17`);
    expect(output).toMatch(/row 17 was changed\n[\s\S]*backup/);
    expect(code).toBe(1);
  });

  it.each([
    [['verify', '--export', '/nowhere', '--key', 'x'], 'is not an Ed25519 key'],
    [['verify', '--export', '/nowhere'], 'Say with which key'],
    [['export'], 'Say into which file'],
    [['export', '--out', 'x', '--from', '2026-02-30'], '--from must be a day'],
    [[], 'verify, export or key'],
  ])('given %j says what it needs', async (args, sentence) => {
    expect(await audit(...args)).toMatchObject({ code: 1, output: expect.stringContaining(sentence) });
  });

  it('without any database says how to name it', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'hub-audit-'));
    stack.defer(() => rm(empty, { recursive: true, force: true }));
    const command = runProcess(['hub', 'audit', 'verify'], { HUB_DATA_DIR: empty });
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('Set DATABASE_URL or HUB_DATA_DIR');
  });
});
