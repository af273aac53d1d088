import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A worker process that a test may kill. */
export interface WorkerProcess {
  /** As a machine that loses its power: nothing is closed, nothing is said. */
  kill(): Promise<void>;
}

/** Starts a script of this folder that works on jobs, and waits until it does. */
export async function startWorker(script: string, setup: object): Promise<WorkerProcess> {
  const child = fork(join(import.meta.dirname, script), [JSON.stringify(setup)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  await Promise.race([once(child, 'message'), failed(child)]);
  return {
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The worker ended before it worked (${code ?? 'by a signal'})`);
}
