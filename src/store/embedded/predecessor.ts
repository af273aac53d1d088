import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubError } from '../../base/hub-error.ts';
import { findCommandLine, findProcessMark } from './processes.ts';

const POLL_MS = 20;
const PATIENCE_MS = 30_000;

/**
 * Stops the server that a killed hub left running on this folder; a pid file whose process is gone is swept away.
 * Returns whether there was one to stop.
 */
export async function stopPredecessor(clusterDir: string): Promise<boolean> {
  const pidFile = join(clusterDir, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const pid = Number(text.split('\n')[0]);
  const command = findCommandLine(pid);
  const isServer = command?.includes('postgres') === true && command.includes(clusterDir);
  if (!isServer) {
    // After a reboot the number may belong to any other process, and PostgreSQL alone would then refuse to start.
    if (command !== undefined || findProcessMark(pid) === undefined) await rm(pidFile, { force: true });
    return false;
  }
  // Fast shutdown first; then the one that keeps the data too but must repair itself at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (await end(pid, signal)) return true;
  }
  throw new HubError('CONFIG_INVALID', `An earlier PostgreSQL (process ${pid}) still uses ${clusterDir}`, {
    fix: 'End that process, then start again.',
  });
}

async function end(pid: number, signal: NodeJS.Signals): Promise<boolean> {
  const mark = findProcessMark(pid);
  try {
    process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const deadline = Date.now() + PATIENCE_MS;
  while (mark !== undefined && findProcessMark(pid) === mark) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}
