import { randomBytes } from 'node:crypto';
import { createAccessLog, type OpenAccessLog } from '../../src/audit/index.ts';
import type { AccessEntry } from '../../src/ports/access-log.ts';
import { type Database, type KeyRing, openDatabase } from '../../src/store/index.ts';
import { createTestDatabase } from './create-test-database.ts';

export const newSecretKey = (id: string) => ({ id, key: randomBytes(32) });
export const newKeyRing = (): KeyRing => ({ index: [newSecretKey('i1')], data: [newSecretKey('d1')] });

/** The NIK of a person of these tests, by number. */
export const nikOf = (index: number): string => `157101${String(index).padStart(10, '0')}`;

/** The time of the first entry; each next one is a second later. */
export const FIRST_MS = Date.UTC(2026, 10, 24, 3);

/** An access as an officer makes it, with what the test says differently. */
export function entryOf(index: number, differing: Partial<AccessEntry> = {}): AccessEntry {
  return {
    atMs: FIRST_MS + index * 1000,
    channel: 'query',
    actor: { kind: 'officer', id: `https://login.example|pegawai-${index % 7}`, opd: 'dpmptsp' },
    app: 'sipaduko',
    subject: nikOf(index % 10),
    reads: [{ opd: 'dpmptsp', fields: ['Permit', 'Citizen.name'] }],
    purpose: 'permit-handling',
    basis: 'public-task',
    caseId: undefined,
    outcome: 'allowed',
    ...differing,
  };
}

export const entriesOf = (count: number): AccessEntry[] => Array.from({ length: count }, (_, index) => entryOf(index));

/** Opens a database of the test's own, with the hub's tables; closed with the stack. */
export async function openTestDatabase(stack: AsyncDisposableStack): Promise<{ url: string; database: Database }> {
  const url = await createTestDatabase();
  const database = await openDatabase(url, { maxConnections: 4 });
  stack.defer(() => database.close());
  await database.migrate();
  return { url, database };
}

/** Opens a log on a database of its own; closed with the stack. */
export async function openTestLog(
  stack: AsyncDisposableStack,
  keys = newKeyRing(),
): Promise<{ url: string; database: Database; log: OpenAccessLog; keys: KeyRing }> {
  const { url, database } = await openTestDatabase(stack);
  const log = createAccessLog(database, keys);
  stack.defer(() => log.close());
  return { url, database, log, keys };
}
