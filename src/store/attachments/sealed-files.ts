import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';

/** Files by random ids in a folder that is the hub's own. */
export interface SealedFiles {
  /** Writes a file whole and durably, or leaves nothing behind. @throws HubError STORAGE_FULL, INTERNAL */
  write(id: string, sealed: Buffer): Promise<void>;
  /** @throws HubError INTERNAL when it is not there. */
  read(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
  /** Ids of files, whole or half-written, that are older than this. */
  list(beforeMs: number): Promise<readonly string[]>;
}

/** Opens a new file; tests inject a disk that is full. */
export type OpenNew = (path: string) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const HALF = '.new';

/** Creates the files of a folder, spread over 256 folders in it so that none grows too long. */
export function createSealedFiles(folder: string, openNew: OpenNew = (path) => open(path, 'wx', 0o600)): SealedFiles {
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id);
  return {
    write: async (id, sealed) => {
      const path = pathOf(id);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeWhole(`${path}${HALF}`, sealed, openNew);
        await rename(`${path}${HALF}`, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await Promise.all([rm(`${path}${HALF}`, { force: true }), rm(path, { force: true })]);
        throw translate(error);
      }
    },
    read: async (id) => {
      try {
        return await readFile(pathOf(id));
      } catch (error) {
        throw translate(error);
      }
    },
    remove: async (id) => {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}${HALF}`, { force: true });
    },
    list: async (beforeMs) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      const ids: string[] = [];
      for (const entry of entries) {
        if (!entry.isFile()) continue;
        const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
        if (found && found.mtimeMs < beforeMs) ids.push(entry.name.replace(HALF, ''));
      }
      return ids;
    },
  };
}

async function writeWhole(path: string, content: Buffer, openNew: OpenNew): Promise<void> {
  const file = await openNew(path);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name is durable only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function translate(error: unknown): HubError {
  const code = String((error as { code?: unknown }).code ?? 'no code');
  if (FULL.has(code)) {
    return new HubError('STORAGE_FULL', 'The hub has no room for files at the moment.', {
      retryable: true,
      cause: error,
    });
  }
  return new HubError('INTERNAL', `A file of the hub cannot be used (${code}).`, { cause: error });
}
