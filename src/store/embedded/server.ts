import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';
import { findComplaint } from './complaint.ts';
import type { Place } from './place.ts';
import { programOptions } from './program-options.ts';
import { serverSettings } from './settings.ts';

/** A server that accepts connections. */
export interface RunningServer {
  /** Ends every session, writes everything to disk and waits for the server's end; a second call waits with the first. */
  stop(): Promise<void>;
}

/** What one attempt to start came to; the reason is the server's own last word. */
export type Launch =
  | { readonly ok: true; readonly server: RunningServer }
  | { readonly ok: false; readonly reason: string };

const POLL_MS = 10;
/** Replaying the log after a crash takes its time; beyond this something is wrong. */
const READY_LIMIT_MS = 180_000;
/** How long a fast shutdown may take before the server is made to drop everything; it then repairs itself at the next start. */
const STOP_LIMIT_MS = 30_000;

/** Starts the server in its own session and waits until it accepts connections or has given up. */
export async function launchServer(
  place: Place,
  binaries: PostgresBinaries,
  options: { readonly port: number; readonly durable: boolean; readonly log: (message: string) => void },
): Promise<Launch> {
  const logFile = join(place.homeDir, 'server.log');
  await rename(logFile, `${logFile}.1`).catch(() => undefined);
  const output = await open(logFile, 'w', 0o600);
  const child = spawn(binaries.postgres, ['-D', place.clusterDir, ...serverSettings(options.port, options.durable)], {
    ...programOptions(place.account, place.homeDir),
    // A session of its own: Ctrl-C in the terminal reaches the hub, which drains, and not its database.
    detached: true,
    // Not a pipe: it would break, and the server's log with it, when the hub is killed.
    stdio: ['ignore', output.fd, output.fd],
  });
  let spawnError = '';
  child.once('error', (error) => {
    spawnError = error.message;
  });
  await output.close();

  const deadline = Date.now() + READY_LIMIT_MS;
  while (!hasEnded(child) && spawnError === '' && Date.now() < deadline) {
    if (await isReady(place.clusterDir, child.pid)) return { ok: true, server: watch(child, options.log) };
    await sleep(POLL_MS);
  }
  if (child.pid !== undefined && !hasEnded(child)) {
    child.kill('SIGQUIT');
    await once(child, 'exit');
  }
  const complaint = findComplaint(await readFile(logFile, 'utf8').catch(() => ''));
  return { ok: false, reason: spawnError || (complaint ?? 'it gave no reason') };
}

/** The server itself writes "ready" on the eighth line of its pid file, which costs less to ask than a connection. */
async function isReady(clusterDir: string, pid: number | undefined): Promise<boolean> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function watch(child: ChildProcess, log: (message: string) => void): RunningServer {
  let stopping: Promise<void> | undefined;
  child.once('exit', () => {
    if (stopping === undefined) log('The embedded PostgreSQL has ended by itself; its last words are in server.log.');
  });
  child.unref(); // the server alone is no reason for the hub's process to stay
  const stop = async (): Promise<void> => {
    if (hasEnded(child)) return;
    child.ref();
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    const lastResort = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(lastResort);
  };
  return {
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
