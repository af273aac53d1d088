import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { HubError } from '../../base/hub-error.ts';
import { canRunBinaries } from './account.ts';
import { getPlatformBinaries, type PostgresBinaries, prepareBinaries } from './binaries.ts';
import { openCluster, ROLE } from './cluster.ts';
import { claimFolder } from './owner.ts';
import { choosePlace, type Place } from './place.ts';
import { LOOPBACK, pickFreePort } from './port.ts';
import { stopPredecessor } from './predecessor.ts';
import { launchServer, type RunningServer } from './server.ts';

export interface EmbeddedPostgresOptions {
  /** Where the database lives; made when missing. */
  readonly dataDir: string;
  /** Without it the last port is taken again, or any free one. */
  readonly port?: number;
  /** False trades safety against a crash for speed: for tests only. */
  readonly durable?: boolean;
  readonly log?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** Connects to the database `hub`; it holds the password, so never log it. */
  readonly url: string;
  /** Shuts the server down after writing everything to disk. */
  stop(): Promise<void>;
  /** A sentence for the person who started the hub, when the data are not where they asked. */
  readonly note?: string;
}

/** The database that the hub's tables are in. */
export const DATABASE = 'hub';
const ATTEMPTS = 5;
const ATTEMPT_PAUSE_MS = 200;

/**
 * Starts a PostgreSQL of the hub's own with an (initially empty) database `hub`, for ordinary users and for root.
 * @throws HubError CONFIG_INVALID with the remedy; nothing is left behind then.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const found = await getPlatformBinaries();
  const place = await choosePlace(options.dataDir);
  let release: (() => Promise<void>) | undefined;
  try {
    release = await claimFolder(place.homeDir);
    const needsCopy = place.account !== undefined && !canRunBinaries(place.account, found.rootDir);
    const binaries = await prepareBinaries(found, place.homeDir, needsCopy);
    const password = await openCluster(place, binaries, options.durable ?? true);
    if (await stopPredecessor(place.clusterDir)) options.log?.('Stopped the database of a hub that had been killed.');
    const { server, port } = await startOnSomePort(place, binaries, options);
    const url = (database: string): string => `postgres://${ROLE}:${password}@${LOOPBACK}:${port}/${database}`;
    try {
      await createDatabaseOnce(place, url('postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    const giveUp = release;
    const stop = async (): Promise<void> => {
      await server.stop();
      await giveUp();
    };
    return { url: url(DATABASE), stop, ...(place.note === undefined ? {} : { note: place.note }) };
  } catch (error) {
    await release?.();
    await place.undo();
    if (error instanceof HubError) throw error;
    throw cannotStart(error instanceof Error ? error.message : 'unknown reason', undefined, error);
  }
}

async function startOnSomePort(
  place: Place,
  binaries: PostgresBinaries,
  options: EmbeddedPostgresOptions,
): Promise<{ server: RunningServer; port: number }> {
  const portFile = join(place.homeDir, 'port');
  const lastPort = Number(await readFile(portFile, 'utf8').catch(() => '')) || undefined;
  const launchOptions = { durable: options.durable ?? true, log: options.log ?? (() => undefined) };
  let reason = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = options.port ?? (await pickFreePort(attempt === 1 ? lastPort : undefined));
    const launch = await launchServer(place, binaries, { port, ...launchOptions });
    if (launch.ok) {
      if (port !== lastPort) await writeFile(portFile, String(port), { mode: 0o600 });
      return { server: launch.server, port };
    }
    reason = launch.reason;
    // Worth another try: somebody took the port meanwhile, or children of a killed server are still on their way out.
    const isPortTaken = reason.includes('could not create any TCP/IP sockets');
    const isPassing = isPortTaken ? options.port === undefined : reason.includes('shared memory block');
    if (!isPassing) throw cannotStart(reason, isPortTaken ? options.port : undefined);
    await sleep(ATTEMPT_PAUSE_MS);
  }
  throw cannotStart(reason);
}

function cannotStart(reason: string, takenPort?: number, cause?: unknown): HubError {
  if (takenPort !== undefined) {
    return new HubError('CONFIG_INVALID', `Port ${takenPort} for the embedded PostgreSQL is taken`, {
      fix: 'Choose another port, or none: the hub then finds a free one.',
    });
  }
  return new HubError('CONFIG_INVALID', `The embedded PostgreSQL does not start: ${reason}`, {
    fix: /ENOSPC|No space left on device/.test(reason)
      ? 'Free some disk space, or choose a data folder on another disk.'
      : 'Look into server.log in the data folder.',
    cause,
  });
}

/** A file says that this was done, so that later starts are spared a connection. */
async function createDatabaseOnce(place: Place, url: string): Promise<void> {
  const doneFile = join(place.homeDir, 'database-made');
  if ((await readFile(doneFile, 'utf8').catch(() => '')) === DATABASE) return;
  await rm(doneFile, { force: true });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  await writeFile(doneFile, DATABASE);
}
