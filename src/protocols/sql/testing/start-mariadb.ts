import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2';

/** A MariaDB of this test's own. */
export interface TestMariadb {
  /** The address of an account that may do everything. */
  readonly url: string;
  /** Runs statements one after the other, as that account. */
  run(...statements: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Where `mariadbd` is, if it is on the PATH; tests of MySQL are skipped without it. */
export function findMariadbd(): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'mariadbd'));
  return places.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const PASSWORD = 'sandi-uji';

/** Starts one in a temporary folder on a free port of the loopback address, with the empty database `tirta`. */
export async function startMariadb(mariadbd: string): Promise<TestMariadb> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-mariadb-'));
  const port = await findPort();
  // Not the machine's own configuration: it names folders that belong to the machine's own server.
  const options = ['--no-defaults', `--datadir=${folder}/data`, `--user=${userInfo().username}`];
  await promisify(execFile)('mariadb-install-db', [
    ...options,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const server = spawn(
    mariadbd,
    [
      ...options,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${folder}/socket`,
      '--innodb-flush-method=fsync',
    ],
    { stdio: 'ignore' },
  );
  const stop = async (): Promise<void> => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const socketPath = `${folder}/socket`;
  try {
    await untilReady(socketPath, server);
    const run = (...statements: readonly string[]) => runAll(socketPath, statements);
    await run(
      'create database tirta character set latin1 collate latin1_swedish_ci',
      `create user hub@'127.0.0.1' identified by '${PASSWORD}'`,
      "grant all on *.* to hub@'127.0.0.1'",
    );
    return { url: `mysql://hub:${PASSWORD}@127.0.0.1:${port}/tirta`, run, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function runAll(socketPath: string, statements: readonly string[]): Promise<void> {
  const connection = createConnection({ socketPath, user: 'root', charset: 'UTF8MB4_GENERAL_CI' }).promise();
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.end();
  }
}

// A first start on a slow machine takes some seconds.
const READY_WITHIN_MS = 30_000;

async function untilReady(socketPath: string, server: ChildProcess): Promise<void> {
  const untilMs = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await runAll(socketPath, ['select 1']);
    } catch (error) {
      if (Date.now() > untilMs || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
