import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

// Whoever runs the hub may be another member of the group than whoever uploads; nobody else reads it.
const MODE = 0o640;

/** Puts a file into a folder so that nobody who looks there ever sees a part of it; one of the same name is replaced. */
export async function putFile(folder: string, name: string, bytes: Buffer): Promise<void> {
  // A name that no operation takes, in the same folder: only within a file system is a renaming whole.
  const unfinished = join(folder, `.upload-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await using handle = await open(unfinished, 'wx', MODE);
    await handle.writeFile(bytes);
    await handle.sync();
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
