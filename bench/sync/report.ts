import type { describeMachine } from '../machine/describe-machine.ts';
import { formatTable } from '../report/format-table.ts';
import type { ListFigures } from './measure-list.ts';
import type { StreamFigures } from './measure-stream.ts';
import type { SubmissionFigures } from './measure-submissions.ts';

export interface SyncReport {
  readonly date: string;
  readonly machine: ReturnType<typeof describeMachine>;
  readonly rows: number;
  readonly streams: readonly StreamFigures[];
  readonly list: ListFigures;
  readonly submissions: SubmissionFigures;
}

const MAX_BYTES = 300_000_000;
const MIN_SWEEP = 60_000;
const MAX_LIST_MS = 10;
const MIN_SUBMISSIONS = 5_000;

const HEAD = ['', 'measured', 'CPU of one row', 'target'];

/** The report as the table that README shows. */
export function formatSync({ rows, streams, list, submissions }: SyncReport): string {
  const lines = streams.flatMap((stream) => formatStream(stream, rows));
  const isFast = list.p99Ms < MAX_LIST_MS;
  return formatTable(HEAD, [
    ...lines,
    [
      `applications of one citizen among ${rows}`,
      `p50 ${list.p50Ms.toFixed(2)} ms, p99 ${list.p99Ms.toFixed(2)} ms`,
      '',
      `p99 < ${MAX_LIST_MS} ms: ${judge(isFast)}`,
    ],
    ...listSubmissions(submissions),
  ]);
}

/** The same table for submissions alone. */
export function formatSubmissions(figures: SubmissionFigures): string {
  return formatTable(HEAD, listSubmissions(figures));
}

function listSubmissions({ count, cpuSeconds, databaseCpuSeconds, ...run }: SubmissionFigures): string[][] {
  const perMinute = (seconds: number) => Math.round((count / seconds) * 60);
  const delivered = perMinute(run.deliveredSeconds);
  const cpu = [cpuSeconds, databaseCpuSeconds].map((seconds) => ((seconds / count) * 1e3).toFixed(2));
  return [
    [`${count} submissions: kept`, `${perMinute(run.acceptedSeconds)} a minute`, '', ''],
    [
      `${count} submissions: kept and delivered`,
      `${delivered} a minute`,
      `hub ${cpu[0]} ms, PostgreSQL ${cpu[1]} ms`,
      `≥ ${MIN_SUBMISSIONS} a minute: ${judge(delivered >= MIN_SUBMISSIONS)}`,
    ],
  ];
}

function formatStream({ isPersonal, floorPerSecond, firstLoad, sweep, changes }: StreamFigures, rows: number) {
  const kind = isPersonal ? 'sealed' : 'open';
  const wanted = isPersonal ? 0.2 : 0.5;
  const loaded = rows / firstLoad.seconds;
  const swept = rows / sweep.seconds;
  const peak = Math.max(firstLoad.peakBytes, sweep.peakBytes, changes.peakBytes);
  const cpuOf = ({ cpuSeconds, read }: typeof firstLoad) => `${((cpuSeconds / read) * 1e6).toFixed(1)} µs`;
  return [
    [`floor before ${kind}: COPY, COPY, INSERT`, `${Math.round(floorPerSecond)} rows/s`, '', ''],
    [
      `${kind}: first load`,
      `${Math.round(loaded)} rows/s, ${(loaded / floorPerSecond).toFixed(2)} × the floor`,
      cpuOf(firstLoad),
      `≥ ${wanted} × the floor: ${judge(loaded >= wanted * floorPerSecond)}`,
    ],
    [
      `${kind}: sweep that finds nothing`,
      `${Math.round(swept)} rows/s`,
      cpuOf(sweep),
      `≥ ${MIN_SWEEP} rows/s: ${judge(swept >= MIN_SWEEP)}`,
    ],
    [
      `${kind}: ${changes.written} changes among ${rows}`,
      `${(changes.seconds * 1000).toFixed(0)} ms, ${changes.read} rows read`,
      cpuOf(changes),
      '',
    ],
    [
      `${kind}: memory of the worker`,
      `${Math.round(peak / 1e6)} MB at most`,
      '',
      `< ${MAX_BYTES / 1e6} MB: ${judge(peak < MAX_BYTES)}`,
    ],
  ];
}

function judge(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}
