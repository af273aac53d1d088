import { withCleanup } from '../process/with-cleanup.ts';

/** Runs a bench and returns the exit code; what goes wrong is one line. */
export async function runBench(work: (stack: AsyncDisposableStack) => Promise<void>): Promise<number> {
  try {
    if (process.platform !== 'linux') throw new Error('The bench reads CPU times from /proc: run it on Linux.');
    await withCleanup(work);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
