import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startAtPort } from './start-at-port.ts';

/** A Redis server of a test's own, with nothing in it. */
export interface TestRedis {
  readonly url: string;
  /** Stops it as an administrator does, and keeps what is in it. */
  halt(): Promise<void>;
  /** Starts it again at the same address with what was in it. */
  resume(): Promise<void>;
  /** Stops it and removes what it kept. */
  stop(): Promise<void>;
}

/** Set in CI, where Redis is installed: without it the tests fail there instead of being skipped. */
export const NEEDS_REDIS = process.env.HUB_TESTS_NEED_REDIS !== undefined;

/** The server program of this machine, if it has one. */
export function findRedisServer(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path));
}

/** Starts a server on a free port. @throws when there is none on this machine. */
export async function startRedis(): Promise<TestRedis> {
  const program = findRedisServer();
  if (!program) throw new Error('There is no redis-server here; on Debian: apt-get install redis-server');
  const folder = await mkdtemp(join(tmpdir(), 'hub-redis-'));
  const [first, port] = await startAtPort((port) => launch(program, folder, port));
  let child = first;
  const halt = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}/0`,
    halt,
    resume: async () => {
      child = await launch(program, folder, port);
    },
    stop: async () => {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function launch(program: string, folder: string, port: number): Promise<ChildProcess> {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('error', reject);
    child.once('close', () => reject(new Error(`redis-server ended:\n${printed}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ready to accept connections')) resolve(child);
    });
  });
}
