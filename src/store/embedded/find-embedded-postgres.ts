import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLE } from './cluster.ts';
import { LOOPBACK } from './port.ts';

/** The address of the embedded server that runs on this folder now; it holds the password, so never log it. */
export async function findEmbeddedPostgresUrl(dataDir: string): Promise<string | undefined> {
  const homeDir = await readlink(join(dataDir, 'moved-to')).catch(() => dataDir);
  const lines = await readFile(join(homeDir, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  // PostgreSQL's own file: the process on the first line, the port on the fourth.
  const [pid, , , port] = lines.split('\n');
  if (!port || !isAlive(Number(pid))) return undefined;
  const password = await readFile(join(homeDir, 'password'), 'utf8').catch(() => undefined);
  return password && `postgres://${ROLE}:${password}@${LOOPBACK}:${port.trim()}/hub`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Of another account, as when root started the hub.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
