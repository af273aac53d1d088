import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckpointLine, parseCheckpoint } from './checkpoint.ts';

/** Where the checkpoints of a folder are. */
export function checkpointFileIn(folder: string): string {
  return join(folder, 'checkpoints.jsonl');
}

/** Reads every checkpoint of the folder, the oldest first; none where there is no file. A line that a crash cut short is none. */
export async function readCheckpoints(folder: string): Promise<readonly CheckpointLine[]> {
  const lines = (await readText(folder)).split('\n');
  return lines.slice(0, -1).map((text, index) => parseCheckpoint(text, index + 1));
}

/** Makes the folder, and cuts off what a crash left of a line, so that the next one is not lost with it. */
export async function openCheckpointFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = await readText(folder);
  const whole = text.lastIndexOf('\n') + 1;
  if (whole < text.length) await truncate(checkpointFileIn(folder), Buffer.byteLength(text.slice(0, whole)));
}

/** Resolves when the line is on the disk. */
export async function appendCheckpoint(folder: string, line: string): Promise<void> {
  const file = await open(checkpointFileIn(folder), 'a', 0o600);
  try {
    await file.appendFile(`${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(checkpointFileIn(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
