import { contenderTitles } from '../contenders/contender.ts';
import { type Conditions, formatConditions } from '../report/format-conditions.ts';
import { formatRate } from '../report/format-rate.ts';
import { formatRatios } from '../report/format-ratios.ts';
import { formatTable } from '../report/format-table.ts';
import type { Comparison } from './comparison/measure-comparison.ts';
import type { LargeReport } from './large/measure-large.ts';
import { formatMemory } from './memory/format-memory.ts';
import type { MemoryReport } from './memory/measure-memory.ts';

/** Everything that a run of the bench found out. */
export interface FederationReport extends Conditions, Comparison {
  readonly date: string;
  readonly memory?: MemoryReport;
  readonly large?: LargeReport;
}

/** The report as Markdown, ready for a README. */
export function formatReport(report: FederationReport): string {
  const { cpuRatios, rateRatios, answerBytes, memory, large } = report;
  return [
    formatFigures(report),
    formatRatios('CPU', '≤', cpuRatios),
    formatRatios('requests/s', '≥', rateRatios),
    memory ? formatMemory(memory) : '',
    large ? formatLarge(large) : '',
    formatConditions(report, `an answer of ${answerBytes} bytes`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formatFigures({ contenders }: Comparison): string {
  const rows = contenders.map(({ name, subgraphCalls, median: { cpuMs, p50Ms, p99Ms, requestsPerSecond } }) => [
    contenderTitles[name],
    cpuMs.total.toFixed(3),
    cpuMs.subgraphs.toFixed(3),
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    formatRate(requestsPerSecond),
    String(subgraphCalls),
  ]);
  const heads = ['', 'CPU ms/request', 'subgraph server', 'p50 ms', 'p99 ms', 'requests/s', 'subgraph calls'];
  return formatTable(heads, rows);
}

function formatLarge(large: LargeReport): string {
  const heads = ['large supergraph', ''];
  return formatTable(heads, [
    ['subgraphs', String(large.subgraphs)],
    ['types', String(large.types)],
    ['size, bytes', String(large.supergraphBytes)],
    ['composition, ms', large.composedMs.toFixed(0)],
    ['the hub is ready after, ms', large.readyMs.toFixed(0)],
    ['first answer from five subgraphs, ms', large.firstAnswerMs.toFixed(1)],
    ['second answer, ms', large.secondAnswerMs.toFixed(1)],
  ]);
}
