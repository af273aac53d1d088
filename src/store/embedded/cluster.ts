import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import { findComplaint } from './complaint.ts';
import type { Place } from './place.ts';
import { programOptions } from './program-options.ts';

/** The database role that owns everything; its password is in a file beside the data. */
export const ROLE = 'hub';

/**
 * Makes the data files on the first start, all of them or none, and returns the password of the role.
 * @throws HubError CONFIG_INVALID when they cannot be made, or were made by another PostgreSQL version.
 */
export async function openCluster(place: Place, binaries: PostgresBinaries, durable: boolean): Promise<string> {
  const passwordFile = join(place.homeDir, 'password');
  const version = await findClusterVersion(place);
  if (version === undefined) {
    await createCluster(place, binaries, durable, passwordFile);
  } else if (version !== binaries.version.split('.')[0]) {
    throw new HubError(
      'CONFIG_INVALID',
      `The data in ${place.homeDir} are of PostgreSQL ${version}, not ${binaries.version}`,
      { fix: 'Move them with pg_dump and pg_restore, or start the hub version that made them.' },
    );
  }
  return await readFile(passwordFile, 'utf8').catch((cause: unknown) => {
    throw new HubError('CONFIG_INVALID', `The file ${passwordFile} is missing or cannot be read`, {
      fix: 'Put it back from a backup, or start the hub as the user that started it before.',
      cause,
    });
  });
}

async function findClusterVersion({ clusterDir }: Place): Promise<string | undefined> {
  try {
    return (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new HubError('CONFIG_INVALID', `The data in ${clusterDir} belong to another user`, {
      fix: 'Start the hub as the user that started it before, or give the folder to the present one (chown -R).',
      cause,
    });
  }
}

async function createCluster(
  place: Place,
  binaries: PostgresBinaries,
  durable: boolean,
  passwordFile: string,
): Promise<void> {
  const partialDir = `${place.clusterDir}.partial`;
  const { account } = place;
  try {
    // Retries: the initdb of a hub killed a moment ago may still be writing there.
    await rm(partialDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    await mkdir(partialDir, { mode: 0o700 });
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (account !== undefined) {
      for (const path of [partialDir, passwordFile]) await chown(path, account.uid, account.gid);
    }
    await runInitdb(partialDir, place, binaries, [
      `--pwfile=${passwordFile}`,
      ...(durable ? [] : ['--no-sync', '--no-data-checksums']),
    ]);
    await rename(partialDir, place.clusterDir);
  } catch (error) {
    for (const path of [partialDir, passwordFile]) await rm(path, { recursive: true, force: true });
    throw error instanceof HubError ? error : initdbFailed(place, error);
  }
}

async function runInitdb(dir: string, place: Place, binaries: PostgresBinaries, extra: string[]): Promise<void> {
  const flags = [
    `--pgdata=${dir}`,
    `--username=${ROLE}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: the same order and case rules on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...extra,
  ];
  const child = spawn(binaries.initdb, flags, {
    ...programOptions(place.account, place.homeDir),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(complaint.trim() || `initdb ended with ${code}`);
}

function initdbFailed(place: Place, cause: unknown): HubError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const reason = findComplaint(text) ?? text;
  const isFull = /ENOSPC|No space left on device|EDQUOT|quota exceeded/i.test(text);
  const isForeignLibc = /spawn .*ENOENT|GLIBC|cannot open shared object/.test(text);
  return new HubError('CONFIG_INVALID', `The database could not be made in ${place.homeDir}: ${reason}`, {
    fix: isFull
      ? 'Free at least 100 MB on this disk, or choose a data folder on another one.'
      : isForeignLibc
        ? 'The embedded PostgreSQL needs a system with glibc: use one, or set DATABASE_URL to a PostgreSQL server.'
        : 'Choose a data folder that belongs to the user of the hub, or set DATABASE_URL to a PostgreSQL server.',
    cause,
  });
}
