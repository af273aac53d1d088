import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CallFailure } from '../../outbound/index.ts';
import { HalfWritten } from './half-written.ts';
import { type FilePlace, type FoundFile, isSameStamp, newestFirst, type Stamp } from './place.ts';

/** The files of a folder of this machine; links within it are resolved, those that lead out of it are not seen. */
export function createFolder(folder: string): FilePlace {
  return {
    listFiles: async (fits) => {
      const { real, names } = await readNames(folder);
      const found = await Promise.all(names.filter(fits).map((name) => findFile(real, name)));
      return newestFirst(found.filter((file) => file !== undefined));
    },
    findStamp,
    readWhole,
    close: async () => {},
  };
}

async function findStamp(path: string): Promise<Stamp | undefined> {
  try {
    const { size, mtimeMs, ino, isFile } = await statOf(path);
    return isFile ? { size, mtimeMs, inode: ino } : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw asFailure(error);
  }
}

async function readWhole(file: FoundFile): Promise<Buffer> {
  // No link may have taken the file's place meanwhile, and a pipe must not keep the hub waiting for a writer.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  try {
    await using handle = await open(file.path, flags);
    const before = await handle.stat();
    if (!isSameStamp(file.stamp, { ...before, inode: before.ino })) throw new HalfWritten();
    const bytes = await handle.readFile();
    const after = await handle.stat();
    const isSame = isSameStamp(file.stamp, { ...after, inode: after.ino });
    if (!isSame || bytes.length !== file.stamp.size) throw new HalfWritten();
    return bytes;
  } catch (error) {
    if (error instanceof HalfWritten || isGone(error)) throw new HalfWritten();
    throw asFailure(error);
  }
}

async function readNames(folder: string): Promise<{ real: string; names: string[] }> {
  try {
    return { real: await realpath(folder), names: await readdir(folder) };
  } catch (error) {
    throw asFailure(error);
  }
}

/** A regular file of the folder; undefined for anything else, and for a link that leads out of it. */
async function findFile(folder: string, name: string): Promise<FoundFile | undefined> {
  try {
    const path = await realpath(join(folder, name));
    if (dirname(path) !== folder) return undefined;
    const stamp = await findStamp(path);
    return stamp && { path, stamp };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw asFailure(error);
  }
}

async function statOf(path: string) {
  const stats = await stat(path);
  return { size: stats.size, mtimeMs: stats.mtimeMs, ino: stats.ino, isFile: stats.isFile() };
}

function isGone(error: unknown): boolean {
  // A link that leads in a circle leads to no file either.
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ELOOP');
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Without the cause: it names the path, which an OPD may have filled with anything. */
function asFailure(error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new CallFailure('unavailable', `its folder or a file in it cannot be read (${error.code})`);
}
