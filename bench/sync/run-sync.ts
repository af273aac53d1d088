import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, startEmbeddedPostgres } from '../../src/store/index.ts';
import { note } from '../command/note.ts';
import { runBench } from '../command/run-bench.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { saveReport } from '../report/save-report.ts';
import { measureFloor } from './measure-floor.ts';
import { measureList } from './measure-list.ts';
import { measureStream } from './measure-stream.ts';
import { measureSubmissions } from './measure-submissions.ts';
import { formatSubmissions, formatSync, type SyncReport } from './report.ts';
import { fillSource } from './source-table.ts';

const WHOLE_ROWS = 1_000_000;
const WHOLE_SUBMISSIONS = 10_000;

/** The bench `sync`: a million records out of PostgreSQL into the hub's copies, beside what PostgreSQL alone needs. Returns the exit code. */
export function runSync(args: readonly string[]): Promise<number> {
  return runBench(async (stack) => {
    const { rows, submissions: count, isSubmissionsOnly } = readOptions(args);
    const folder = makeTemporaryFolder(stack);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'hub/postgres'), durable: true });
    stack.defer(() => postgres.stop());
    const database = await openDatabase(postgres.url, { maxConnections: 4 });
    stack.defer(() => database.close());
    await database.migrate();
    if (isSubmissionsOnly) {
      const figures = await measureSubmissions({ folder, url: postgres.url, count }, stack);
      console.log(`\n${formatSubmissions(figures)}\n`);
      return;
    }
    note(`filling the legacy table with ${rows} rows …`);
    const admin = database.createClient('bench');
    await admin.connect();
    stack.defer(() => admin.end());
    await fillSource(admin, rows);
    const streams = [];
    for (const isPersonal of [false, true]) {
      const floorSeconds = await measureFloor(postgres.url);
      note(`floor: ${Math.round(rows / floorSeconds)} rows/s`);
      streams.push(await measureStream({ folder, url: postgres.url, admin, rows, isPersonal, floorSeconds }, stack));
    }
    const list = await measureList(database, rows);
    const submissions = await measureSubmissions({ folder, url: postgres.url, count }, stack);
    const report: SyncReport = {
      date: new Date().toISOString(),
      machine: describeMachine(['bullmq', 'pg']),
      rows,
      streams,
      list,
      submissions,
    };
    saveReport('sync', report, rows === WHOLE_ROWS && count === WHOLE_SUBMISSIONS);
    console.log(`\n${formatSync(report)}\n`);
  });
}

/** @throws Error whose message says which flag is wrong. */
function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: String(WHOLE_ROWS) },
      submissions: { type: 'string', default: String(WHOLE_SUBMISSIONS) },
      only: { type: 'string' },
    },
  });
  const [rows, submissions] = [Number(values.rows), Number(values.submissions)];
  if (!Number.isSafeInteger(rows) || rows < 1000) throw new Error('--rows must be a whole number from 1000 on');
  if (!Number.isSafeInteger(submissions) || submissions < 1) throw new Error('--submissions must be a whole number');
  if (values.only !== undefined && values.only !== 'submissions') throw new Error('--only knows: submissions');
  return { rows, submissions, isSubmissionsOnly: values.only === 'submissions' };
}
