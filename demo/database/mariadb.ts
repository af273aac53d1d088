import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Connection, createConnection } from 'mysql2/promise';

/** A MariaDB of the demo's own, which no network reaches. */
export interface Mariadb {
  /** The only way in; only this process's user may use it. */
  readonly socketPath: string;
  /** Opens a connection that may do everything, several statements in one included. */
  connect(): Promise<Connection>;
  stop(): Promise<void>;
}

/** Where the program `mariadbd` is, if it is in one of the folders of a PATH. */
export function findMariadbd(path: string = process.env.PATH ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, 'mariadbd'))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a server over the data in a folder, which are made when there are none and kept when it stops.
 * @throws when it does not start; the server's own words stand in `mariadb.log` in the folder.
 */
export async function startMariadb(dataDir: string, mariadbd: string): Promise<Mariadb> {
  // Not the machine's own configuration: it names folders that belong to the machine's own server. Root must name a user.
  const options = ['--no-defaults', `--user=${userInfo().username}`];
  const dataOption = `--datadir=${await installData(dataDir, options)}`;
  // A socket's path may have about 100 characters, and the data folder may lie deep.
  const socketDir = mkdtempSync(join(tmpdir(), 'demo-mariadb-'));
  const socketPath = join(socketDir, 'socket');
  const server = spawn(
    'sh',
    ['-c', KEEPER, socketDir, mariadbd, ...options, dataOption, ...listOptions(dataDir, socketDir)],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      // A Ctrl+C in the terminal is for this process alone, which then stops the server.
      detached: true,
    },
  );
  const stop = async (): Promise<void> => {
    const ended = server.exitCode === null ? once(server, 'exit') : undefined;
    server.stdin.destroy();
    await ended;
  };
  const open = (): Promise<Connection> =>
    createConnection({ socketPath, user: 'root', charset: 'UTF8MB4_GENERAL_CI', multipleStatements: true });
  try {
    await untilReady(open, server);
    return { socketPath, connect: open, stop };
  } catch (error) {
    await stop();
    throw new Error(`MariaDB does not start; see ${join(dataDir, 'mariadb.log')}`, { cause: error });
  }
}

/**
 * Stops the server when its own input ends, also when the demo is killed without a chance to stop anything, and removes
 * the folder of the socket, its first argument.
 */
const KEEPER =
  'exec 3<&0; "$@" 3<&- & server=$!; (cat <&3; kill $server) >/dev/null 2>&1 & exec 3<&-; wait $server; rm -rf "$0"';

function listOptions(dataDir: string, socketDir: string): string[] {
  return [
    '--skip-networking',
    `--socket=${join(socketDir, 'socket')}`,
    `--pid-file=${join(socketDir, 'pid')}`,
    `--log-error=${join(dataDir, 'mariadb.log')}`,
    '--character-set-server=latin1',
    '--collation-server=latin1_swedish_ci',
    '--default-time-zone=+07:00',
    // As old PHP applications want it: 0000-00-00 is a date.
    '--sql-mode=',
    '--performance-schema=off',
    // Invented data, made anew in seconds: speed and a small footprint before safety.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=32M',
    '--innodb-log-file-size=16M',
  ];
}

/** The data appear under their name only when they are whole. */
async function installData(dataDir: string, options: readonly string[]): Promise<string> {
  const finished = join(dataDir, 'data');
  if (existsSync(finished)) return finished;
  mkdirSync(dataDir, { recursive: true });
  const unfinished = mkdtempSync(join(dataDir, 'new-'));
  const forInstall = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
  try {
    await promisify(execFile)('mariadb-install-db', [...options, `--datadir=${unfinished}`, ...forInstall]);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    throw new Error('mariadb-install-db cannot make the data of MariaDB: is mariadb-server installed whole?', {
      cause: error,
    });
  }
  renameSync(unfinished, finished);
  return finished;
}

// A first start on a slow machine takes some seconds.
const READY_WITHIN_MS = 60_000;
const PAUSE_MS = 30;

async function untilReady(open: () => Promise<Connection>, server: ChildProcess): Promise<void> {
  const untilMs = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await (await open()).end();
    } catch (error) {
      if (performance.now() > untilMs || server.exitCode !== null) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
