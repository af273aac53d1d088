import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';

/**
 * Puts a whole file in place of what was there: a reader finds the old one or the new one, never half of either. Several
 * processes may do so at once, for every command that asks for a token without a running city starts one; each writes
 * beside the place under a name of its own.
 */
export function placeFile(path: string, content: string | Uint8Array, writtenAt?: Date): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, content, { mode: 0o600 });
    if (writtenAt) utimesSync(unfinished, writtenAt, writtenAt);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
