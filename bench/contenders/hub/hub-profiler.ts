import { join } from 'node:path';

/** Arguments of Node that make the hub's CPU profiler start and stop when the bench asks. */
export const hubProfiler: readonly string[] = ['--import', join(import.meta.dirname, 'profile-on-request.mjs')];
