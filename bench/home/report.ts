import { type ContenderName, contenderTitles } from '../contenders/contender.ts';
import type { Machine } from '../machine/describe-machine.ts';
import { LATENCY_TARGET_MS, SLOWED_BY_MS } from './latency-check.ts';
import type { Round } from './measure-round.ts';
import type { HomeOptions } from './options.ts';
import type { Ratio, Summary } from './summarize.ts';

/** Everything that a run of the bench found out. */
export interface HomeReport {
  readonly date: string;
  readonly machine: Machine;
  readonly isPinned: boolean;
  readonly options: Pick<HomeOptions, 'rounds' | 'requests' | 'connections'>;
  readonly citizens: number;
  /** Calls to the legacy systems that one Home needs, on average. */
  readonly callsPerHome: number;
  readonly contenders: readonly ContenderReport[];
  readonly ratios: readonly Ratio[];
}

export interface ContenderReport {
  readonly name: ContenderName;
  readonly median: Summary;
  /** Median latency of one Home at a time with every system slowed. */
  readonly slowedLatencyMs: number;
  readonly rounds: readonly Round[];
}

/** The report as Markdown, ready for a README. */
export function formatReport(report: HomeReport): string {
  return [formatFigures(report), formatRatios(report), formatLatency(report), formatConditions(report)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formatFigures({ contenders }: HomeReport): string {
  const rows = contenders.map(({ name, median: { cpuMs, p50Ms, p99Ms, requestsPerSecond } }) => [
    contenderTitles[name],
    cpuMs.total.toFixed(3),
    cpuMs.gateway.toFixed(3),
    name === 'hive' || name === 'apollo' ? cpuMs.subgraphs.toFixed(3) : '–',
    name === 'hub' ? cpuMs.postgres.toFixed(3) : '–',
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    requestsPerSecond === null ? 'n/a (generator bound)' : requestsPerSecond.toFixed(0),
  ]);
  const heads = ['', 'CPU ms/request', 'gateway', 'subgraph servers', 'PostgreSQL', 'p50 ms', 'p99 ms', 'requests/s'];
  return formatTable(heads, rows);
}

function formatRatios({ ratios }: HomeReport): string {
  if (ratios.length === 0) return '';
  const rows = ratios.map(({ to, value, target }) => [
    `the hub / ${contenderTitles[to]}`,
    value.toFixed(2),
    `≤ ${target}`,
    value <= target ? 'met' : 'missed',
  ]);
  return formatTable(['CPU', 'ratio', 'target', ''], rows);
}

function formatLatency({ contenders }: HomeReport): string {
  const rows = contenders.map(({ name, slowedLatencyMs }) => [
    contenderTitles[name],
    slowedLatencyMs.toFixed(0),
    name === 'hub' ? `< ${LATENCY_TARGET_MS}` : '',
    name === 'hub' ? (slowedLatencyMs < LATENCY_TARGET_MS ? 'met' : 'missed') : '',
  ]);
  return formatTable([`every system ${SLOWED_BY_MS} ms late`, 'median ms', 'target', ''], rows);
}

function formatConditions({ machine, options, isPinned, citizens, callsPerHome }: HomeReport): string {
  return [
    `Medians of ${options.rounds} rounds of ${options.requests} requests over ${options.connections} connections,`,
    `${citizens} citizens, ${callsPerHome.toFixed(1)} calls to the legacy systems per Home.`,
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node};`,
    isPinned ? 'gateway alone on one core.' : 'not pinned: no taskset, or one core.',
  ].join(' ');
}

function formatTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, index) => (index === 0 ? '---' : '--:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}
