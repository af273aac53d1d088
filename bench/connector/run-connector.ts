import { note } from '../command/note.ts';
import { runBench } from '../command/run-bench.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { formatTable } from '../report/format-table.ts';
import { saveReport } from '../report/save-report.ts';
import { type IsolationFigures, measureIsolation } from './measure-isolation.ts';
import { type MappingFigures, measureMapping } from './measure-mapping.ts';

const MAPPING_TARGET_MICROSECONDS = 3;
const ISOLATION_TARGET_RATIO = 1.2;

/** The bench `connector`: what mapping a row costs, and what one hung system costs the others. Returns the exit code. */
export function runConnector(): Promise<number> {
  return runBench(async (stack) => {
    const mapping = measureMapping();
    note(`mapping a row of ${mapping.fields} fields: ${mapping.microseconds.toFixed(2)} µs`);
    const isolation = await measureIsolation(stack);
    const machine = describeMachine(['fastify', 'graphql', 'undici']);
    saveReport('connector', { date: new Date().toISOString(), machine, mapping, isolation }, true);
    console.log(`\n${format(mapping, isolation)}\n`);
  });
}

function format(mapping: MappingFigures, { ratio, peakCalls, limit }: IsolationFigures): string {
  const judge = (isMet: boolean) => (isMet ? 'met' : 'missed');
  return formatTable(
    ['', 'measured', 'target', ''],
    [
      [
        `mapping a row of ${mapping.fields} fields`,
        `${mapping.microseconds.toFixed(2)} µs`,
        `≤ ${MAPPING_TARGET_MICROSECONDS} µs`,
        judge(mapping.microseconds <= MAPPING_TARGET_MICROSECONDS),
      ],
      [
        'one system hung: median of queries that do not touch it, against before',
        ratio.toFixed(2),
        `≤ ${ISOLATION_TARGET_RATIO}`,
        judge(ratio <= ISOLATION_TARGET_RATIO),
      ],
      ['calls under way to the hung system, at most', String(peakCalls), `≤ ${limit}`, judge(peakCalls <= limit)],
    ],
  );
}
