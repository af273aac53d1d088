import type { describeMachine } from '../machine/describe-machine.ts';
import { formatTable } from '../report/format-table.ts';
import type { MonthFigures } from './allowances/worker.ts';
import type { LagFigures } from './measure-lag.ts';
import type { StatusFigures, Times } from './measure-status.ts';

export interface CityReport {
  readonly date: string;
  readonly machine: ReturnType<typeof describeMachine>;
  readonly few: StatusFigures;
  readonly many: StatusFigures;
  readonly countedPerSecond: number;
  readonly lag: LagFigures;
  readonly allowances: readonly MonthFigures[];
}

const MAX_QUERY_MS = 30;
const MAX_RATIO = 1.3;
const MAX_LAG_MS = 5000;
const MAX_MONTH_SECONDS = 60;

/** The report as the table that README shows. */
export function formatCity({ few, many, countedPerSecond, lag, allowances }: CityReport): string {
  const ratio = (few: Times, many: Times) => (many.p50Ms / few.p50Ms).toFixed(2);
  const isFast = many.read.p99Ms + many.tell.p99Ms < MAX_QUERY_MS;
  const isFlat = many.read.p50Ms + many.tell.p50Ms < MAX_RATIO * (few.read.p50Ms + few.tell.p50Ms);
  return formatTable(
    ['', `${few.cases} applications`, `${many.cases}`, 'ratio', 'target'],
    [
      [
        'reading the sums, at most once a second',
        show(few.read),
        show(many.read),
        ratio(few.read, many.read),
        `together p99 < ${MAX_QUERY_MS} ms: ${judge(isFast)}`,
      ],
      [
        'telling all figures of 40 OPDs and the city',
        show(few.tell),
        show(many.tell),
        ratio(few.tell, many.tell),
        `together < ${MAX_RATIO} ×: ${judge(isFlat)}`,
      ],
      ['counting a first load', '', `${Math.round(countedPerSecond)} applications/s`, '', ''],
      [
        `seeing a change, at ${Math.round(lag.perSecond)} a second`,
        '',
        `p50 ${Math.round(lag.p50Ms)} ms, at most ${Math.round(lag.maxMs)} ms`,
        '',
        `< ${MAX_LAG_MS} ms: ${judge(lag.maxMs < MAX_LAG_MS)}`,
      ],
      ...allowances.map((month, index) => [
        `TPP of ${month.employees} employees, ${index === 0 ? 'the first time' : 'once more'}`,
        '',
        `${month.seconds.toFixed(1)} s, ${Math.round(month.records / month.seconds)} records/s, ${Math.round(month.peakBytes / 1e6)} MB`,
        '',
        `< ${MAX_MONTH_SECONDS} s: ${judge(month.seconds < MAX_MONTH_SECONDS)}`,
      ]),
    ],
  );
}

function show({ p50Ms, p99Ms }: Times): string {
  return `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
}

function judge(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}
