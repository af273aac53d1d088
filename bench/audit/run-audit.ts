import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase, startEmbeddedPostgres } from '../../src/store/index.ts';
import { note } from '../command/note.ts';
import { runBench } from '../command/run-bench.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { formatTable } from '../report/format-table.ts';
import { saveReport } from '../report/save-report.ts';
import { measureVerifying, type VerifyingFigures } from './measure-verifying.ts';
import { measureWriting, type WritingFigures } from './measure-writing.ts';

const WRITING_TARGET_PER_SECOND = 5000;
const VERIFYING_TARGET_PER_SECOND = 50_000;
/** One person alone, a busy hub, and an export. */
const LOADS = [
  { writers: 1, entries: 1 },
  { writers: 64, entries: 1 },
  { writers: 4, entries: 500 },
];

/** The bench `audit`: what it costs that nobody's data is shown before it is on the disk who looked. Returns the exit code. */
export function runAudit(): Promise<number> {
  return runBench(async (stack) => {
    const folder = makeTemporaryFolder(stack);
    // Where makeTemporaryFolder looks for what the server had to put elsewhere.
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'hub/postgres'), durable: true });
    stack.defer(() => postgres.stop());
    const database = await openDatabase(postgres.url, { maxConnections: 4 });
    stack.defer(() => database.close());
    await database.migrate();
    const newKey = (id: string) => ({ id, key: randomBytes(32) });
    const keys = { index: [newKey('i1')], data: [newKey('d1')] };
    const writing: WritingFigures[] = [];
    for (const load of LOADS) {
      const figures = await measureWriting(database, keys, load);
      note(`${load.writers} writers of ${load.entries}: ${Math.round(figures.perSecond)} entries/s`);
      writing.push(figures);
    }
    const verifying = await measureVerifying(database);
    const machine = describeMachine(['pg']);
    saveReport('audit', { date: new Date().toISOString(), machine, writing, verifying }, true);
    console.log(`\n${format(writing, verifying)}\n`);
  });
}

function format(writing: readonly WritingFigures[], verifying: VerifyingFigures): string {
  const judge = (isMet: boolean) => (isMet ? 'met' : 'missed');
  const rows = writing.map(({ writers, entries, perSecond, cpuMs, p50Ms, p99Ms }) => {
    // One alone waits for one disk, again and again: what counts there is how long.
    const isAimed = writers > 1;
    return [
      `${writers} at once, ${entries} to a call`,
      `${Math.round(perSecond)} entries/s`,
      `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)} ms`,
      `${(cpuMs * 1000).toFixed(0)} µs`,
      isAimed ? `≥ ${WRITING_TARGET_PER_SECOND}: ${judge(perSecond >= WRITING_TARGET_PER_SECOND)}` : '',
    ];
  });
  const { rowsPerSecond, cpuMsPerThousand } = verifying;
  return formatTable(
    ['', 'measured', 'p50 / p99 of a call', 'CPU of one entry', 'target'],
    [
      ...rows,
      [
        `verifying ${verifying.rows} rows`,
        `${Math.round(rowsPerSecond)} rows/s`,
        '',
        `${cpuMsPerThousand.toFixed(1)} µs`,
        `≥ ${VERIFYING_TARGET_PER_SECOND}: ${judge(rowsPerSecond >= VERIFYING_TARGET_PER_SECOND)}`,
      ],
    ],
  );
}
