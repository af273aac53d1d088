import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readlink, realpath, rm, rmdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { type Account, canReach, ENTER, findServerAccount } from './account.ts';

/** Where one embedded server keeps its data, and as whom it runs. */
export interface Place {
  readonly homeDir: string;
  readonly clusterDir: string;
  readonly account: Account | undefined;
  /** A sentence for the person who started the hub, when the data are not where they asked. */
  readonly note: string | undefined;
  /** Removes the folders that this call made, as far as they are still empty. */
  undo(): Promise<void>;
}

/** The link in the asked-for folder that leads to data kept elsewhere. */
export const LINK_NAME = 'moved-to';

/**
 * Decides where the data live: in `dataDir`, or, when root started the hub and the server's account cannot enter that
 * folder, in a folder of root's that it can. The decision, once made, is kept by a link in `dataDir`.
 * @throws HubError CONFIG_INVALID when there is no usable folder.
 */
export async function choosePlace(dataDir: string): Promise<Place> {
  const asRoot = process.getuid?.() === 0;
  const firstMade = await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new HubError('CONFIG_INVALID', `The data folder ${dataDir} cannot be made`, {
      fix: 'Choose a folder that the user of the hub may write to.',
      cause,
    });
  });
  const asked = await realpath(dataDir);
  const made = firstMade === undefined ? [] : listFoldersBetween(await realpath(firstMade), asked);
  // A strict umask at the hub's start must not lock the server's account out of folders made for it.
  if (asRoot) for (const dir of made) await chmod(dir, 0o711);
  const undo = async (): Promise<void> => {
    for (const dir of made) await rmdir(dir).catch(() => undefined);
  };

  const movedTo = await readlink(join(asked, LINK_NAME)).catch(() => undefined);
  const ownCluster = join(asked, 'cluster');
  const account = findServerAccount(movedTo === undefined ? ownCluster : join(movedTo, 'cluster'));
  if (movedTo === undefined && (account === undefined || canReach(account, asked, ENTER))) {
    return { homeDir: asked, clusterDir: ownCluster, account, note: undefined, undo };
  }
  if (movedTo === undefined && (await lstat(ownCluster).catch(() => undefined))) {
    // Starting empty somewhere else would look like lost data.
    throw new HubError('CONFIG_INVALID', `User "${account?.name}" can no longer enter ${asked}, where the data are`, {
      fix: 'Give the folders above it back their permission to be entered (chmod o+x).',
    });
  }
  const shelter = await openShelter(movedTo ?? (await pickShelter(asked)));
  if (movedTo === undefined) await symlink(shelter.dir, join(asked, LINK_NAME));
  const undoShelter = async (): Promise<void> => {
    if (shelter.isNew) await Promise.all([rm(join(asked, LINK_NAME)), rmdir(shelter.dir)]).catch(() => undefined);
    await undo();
  };
  const who = account === undefined ? '' : `PostgreSQL cannot run as root, and user "${account.name}" cannot enter`;
  const note = `${who} ${asked}: the database is in ${shelter.dir}${describeSurprise(movedTo !== undefined, shelter)}.`;
  return { homeDir: shelter.dir, clusterDir: join(shelter.dir, 'cluster'), account, note, undo: undoShelter };
}

/** One of the two folders may have been removed without the other. */
function describeSurprise(wasMovedBefore: boolean, shelter: { readonly isNew: boolean }): string {
  if (wasMovedBefore) return shelter.isNew ? ', which somebody removed: it starts empty' : '';
  return shelter.isNew ? '' : ', with what an earlier hub left there';
}

/** Deepest first, so that each is empty when its turn to be removed comes. */
function listFoldersBetween(top: string, bottom: string): string[] {
  const folders = [bottom];
  for (let dir = bottom; dir !== top && dir !== dirname(dir); ) {
    dir = dirname(dir);
    folders.push(dir);
  }
  return folders;
}

/** Data asked for in a temporary folder stay temporary; others must not go where old files are swept away. */
async function pickShelter(asked: string): Promise<string> {
  const temporary = [await realpath(tmpdir()), '/tmp/', '/var/tmp/', '/dev/shm/'];
  const isTemporary = temporary.some((dir) => asked.startsWith(dir));
  const name = `hub-kota-jambi-${createHash('sha256').update(asked).digest('hex').slice(0, 10)}`;
  return join(isTemporary ? '/var/tmp' : '/var/lib', name);
}

/** Makes the folder, or checks that an existing one is root's alone: in /var/tmp anybody may have made it first. */
async function openShelter(dir: string): Promise<{ dir: string; isNew: boolean }> {
  let isNew = true;
  await mkdir(dir, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    isNew = false;
    if (error.code === 'EEXIST') return;
    throw new HubError('CONFIG_INVALID', `The folder ${dir} cannot be made`, {
      fix: 'Start the hub as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
      cause: error,
    });
  });
  if (isNew) await chmod(dir, 0o711); // whatever the umask
  const found = await lstat(dir);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return { dir, isNew };
  throw new HubError('CONFIG_INVALID', `The folder ${dir} does not belong to root alone`, {
    fix: 'Look at who made it, and remove it.',
  });
}
