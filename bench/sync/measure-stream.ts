import { join } from 'node:path';
import type { Client } from 'pg';
import { note } from '../command/note.ts';
import { startProcess } from '../process/start-process.ts';
import { changeSource } from './source-table.ts';
import type { RunFigures } from './worker.ts';
import { writeConnector } from './write-connector.ts';

export interface StreamFigures {
  readonly isPersonal: boolean;
  /** Rows a second that PostgreSQL alone does, just before. */
  readonly floorPerSecond: number;
  readonly firstLoad: RunFigures;
  /** Nothing has changed. */
  readonly sweep: RunFigures;
  /** A thousand changes in all of it. */
  readonly changes: RunFigures;
}

interface StreamOptions {
  readonly folder: string;
  readonly url: string;
  readonly admin: Client;
  readonly rows: number;
  readonly isPersonal: boolean;
  readonly floorSeconds: number;
}

const CHANGES = 1000;
// The gateway's young generation alone may take more than the worker is allowed to.
const SMALL = ['--max-semi-space-size=32', '--max-old-space-size=128'];

/** Measures a first load, a sweep that finds nothing, and a run of a thousand changes, in a process that does nothing else. */
export async function measureStream(options: StreamOptions, stack: AsyncDisposableStack): Promise<StreamFigures> {
  const { folder, url, admin, rows, isPersonal, floorSeconds } = options;
  const root = join(folder, isPersonal ? 'pribadi' : 'umum');
  writeConnector(root, isPersonal);
  await admin.query('truncate sync_streams cascade');
  const worker = await startProcess<object>(
    { name: 'worker', script: join(import.meta.dirname, 'worker.ts'), arguments: [root, url], nodeArguments: SMALL },
    stack,
  );
  const ask = async (name: string, mode: 'changes' | 'sweep') => {
    const figures = await worker.ask<RunFigures>({ mode });
    note(`${isPersonal ? 'sealed' : 'open'}, ${name}: ${JSON.stringify(figures)}`);
    return figures;
  };
  const firstLoad = await ask('first load', 'changes');
  await admin.query('vacuum analyze copies');
  const sweep = await ask('sweep', 'sweep');
  await changeSource(admin, CHANGES, rows);
  const changes = await ask('changes', 'changes');
  return { isPersonal, floorPerSecond: rows / floorSeconds, firstLoad, sweep, changes };
}
