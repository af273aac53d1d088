import { CallFailure } from '../../outbound/index.ts';
import type { ProbeFinding } from '../../ports/probe-finding.ts';
import { BrokenConnection } from './broken-connection.ts';
import type { FilePlace } from './place.ts';

/** Looks whether the folder can be read; names nothing of what is in it. */
export async function probePlace(place: FilePlace, timeoutMs: number): Promise<ProbeFinding[]> {
  try {
    const found = await place.listFiles((name) => !name.startsWith('.'), Date.now() + timeoutMs);
    if (found.length === 0) return [{ what: 'folder', state: 'warning', message: 'it can be read, and it is empty' }];
    return [{ what: 'folder', state: 'ok', message: `it can be read; files in it: ${found.length}` }];
  } catch (error) {
    const failure = error instanceof BrokenConnection ? error.failure : error;
    if (!(failure instanceof CallFailure)) throw error;
    return [{ what: 'folder', state: 'problem', message: failure.message }];
  } finally {
    await place.close();
  }
}
