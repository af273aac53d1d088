import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/index.ts';
import { startAtPort } from './start-at-port.ts';

/** A PostgreSQL of a test's own, which it stops and starts again at the same address. */
export interface OwnPostgres {
  readonly url: string;
  /** Stops it as an administrator does. */
  halt(): Promise<void>;
  /** Ends it as a machine that loses its power: it must repair itself, and what is unlogged is gone. */
  crash(): Promise<void>;
  resume(): Promise<void>;
  /** Stops it and removes what it kept. */
  stop(): Promise<void>;
}

/** Starts it; one that is to crash must be durable. */
export async function startOwnPostgres({ durable = false } = {}): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-own-'));
  await chmod(folder, 0o711); // lets the server's own account in when root runs the tests
  const dataDir = join(folder, 'postgres');
  const start = (port: number) => startEmbeddedPostgres({ dataDir, durable, port });
  const [first, port] = await startAtPort(start);
  let server: EmbeddedPostgres | undefined = first;
  const halt = async () => {
    await server?.stop();
    server = undefined;
  };
  return {
    url: first.url,
    halt,
    crash: async () => {
      const pid = Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      while (isRunning(pid)) await sleep(5);
      await halt();
    },
    resume: async () => {
      server = await start(port);
    },
    stop: async () => {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
