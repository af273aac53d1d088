import { join } from 'node:path';
import { note } from '../command/note.ts';
import { listDescendants, readCpuMs } from '../machine/cpu-time.ts';
import { startProcess } from '../process/start-process.ts';
import type { SubmissionRun } from './submissions-worker.ts';
import { writeFilingConnector } from './write-filing-connector.ts';

/** How fast submissions are kept and brought to a system that answers in 2 ms. */
export interface SubmissionFigures extends SubmissionRun {
  readonly count: number;
  /** Of PostgreSQL, which holds the rows and the jobs. */
  readonly databaseCpuSeconds: number;
}

interface SubmissionsOptions {
  readonly folder: string;
  readonly url: string;
  readonly count: number;
}

/** So many warm the code and the pools. */
const WARM_UP = 500;

/** Takes in submissions and delivers them, both at once, through the outbox and the queues on PostgreSQL. */
export async function measureSubmissions(
  { folder, url, count }: SubmissionsOptions,
  stack: AsyncDisposableStack,
): Promise<SubmissionFigures> {
  const root = join(folder, 'kiriman');
  writeFilingConnector(root);
  const scriptOf = (name: string) => join(import.meta.dirname, name);
  const system = await startProcess<{ url: string }>(
    { name: 'legacy system', script: scriptOf('filing-system.ts') },
    stack,
  );
  const worker = await startProcess<object>(
    { name: 'submissions', script: scriptOf('submissions-worker.ts'), arguments: [root, url, system.ready.url] },
    stack,
  );
  await worker.ask<SubmissionRun>({ count: WARM_UP });
  note(`taking in and delivering ${count} submissions …`);
  const others = new Set([system.pid, worker.pid]);
  const databaseMs = () => readCpuMs(listDescendants(process.pid).filter((pid) => !others.has(pid)));
  const before = databaseMs();
  const run = await worker.ask<SubmissionRun>({ count });
  const databaseCpuSeconds = (databaseMs() - before) / 1000;
  const { taken } = await system.ask<{ taken: number }>({});
  if (taken !== count + WARM_UP) throw new Error(`the system has ${taken - WARM_UP} of ${count} submissions`);
  return { ...run, count, databaseCpuSeconds };
}
