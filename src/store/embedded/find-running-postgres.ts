import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLE } from './cluster.ts';
import { LINK_NAME } from './place.ts';
import { LOOPBACK } from './port.ts';
import { findProcessMark } from './processes.ts';
import { DATABASE } from './start-embedded-postgres.ts';

/**
 * Returns the address of the server that a running hub has started on this folder, or nothing when none runs there or its
 * password may not be read; it holds the password, so never log it.
 */
export async function findRunningPostgres(dataDir: string): Promise<string | undefined> {
  const homeDir = await readlink(join(dataDir, LINK_NAME)).catch(() => dataDir);
  const read = (name: string): Promise<string> => readFile(join(homeDir, name), 'utf8').catch(() => '');
  const [owner, port, password] = await Promise.all([read('owner'), read('port'), read('password')]);
  const [pid, mark] = owner.split(' ');
  const isOwned = mark !== undefined && findProcessMark(Number(pid)) === mark;
  return isOwned && port && password ? `postgres://${ROLE}:${password}@${LOOPBACK}:${port}/${DATABASE}` : undefined;
}
