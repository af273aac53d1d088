import { type ContenderName, contenderTitles } from '../contenders/contender.ts';
import { type Conditions, formatConditions } from '../report/format-conditions.ts';
import { formatRate } from '../report/format-rate.ts';
import { formatRatios } from '../report/format-ratios.ts';
import { formatTable } from '../report/format-table.ts';
import type { Ratio } from '../rounds/compare-hub.ts';
import type { Round } from '../rounds/measure-round.ts';
import type { Summary } from '../rounds/summarize.ts';
import type { HomeGroup } from './home-group.ts';
import { LATENCY_TARGET_MS, SLOWED_BY_MS } from './latency-check.ts';

/** Everything that a run of the bench found out. */
export interface HomeReport extends Conditions {
  readonly date: string;
  readonly citizens: number;
  /** Calls to the legacy systems that one Home needs, on average. */
  readonly callsPerHome: number;
  readonly contenders: readonly ContenderReport[];
  readonly ratios: readonly Ratio[];
}

export interface ContenderReport {
  readonly name: ContenderName;
  readonly median: Summary<HomeGroup>;
  /** Median latency of one Home at a time with every system slowed. */
  readonly slowedLatencyMs: number;
  readonly rounds: readonly Round<HomeGroup>[];
}

/** The report as Markdown, ready for a README. */
export function formatReport(report: HomeReport): string {
  const { citizens, callsPerHome } = report;
  const particular = `${citizens} citizens, ${callsPerHome.toFixed(1)} calls to the legacy systems per Home`;
  const ratios = formatRatios('CPU', '≤', report.ratios);
  return [formatFigures(report), ratios, formatLatency(report), formatConditions(report, particular)]
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
    formatRate(requestsPerSecond),
  ]);
  const heads = ['', 'CPU ms/request', 'gateway', 'subgraph servers', 'PostgreSQL', 'p50 ms', 'p99 ms', 'requests/s'];
  return formatTable(heads, rows);
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
