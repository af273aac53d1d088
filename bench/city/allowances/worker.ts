import { createRuleFinder, readAllowanceRules, runMonth } from '../../../src/city/index.ts';
import { countReporting, openDatabase } from '../../../src/store/index.ts';
import { answerParent } from '../../process/answer-parent.ts';
import { MONTH, ring } from './fill-month.ts';

/** What a month needed, as the worker itself sees it. */
export interface MonthFigures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly employees: number;
  readonly records: number;
  readonly reportingSeconds: number;
}

const [databaseUrl = ''] = process.argv.slice(2);
const database = await openDatabase(databaseUrl, { maxConnections: 2 });
const findRule = createRuleFinder(readAllowanceRules(new URL('../../../src/city/tpp/rules', import.meta.url).pathname));

answerParent({}, async () => {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const nowMs = Date.parse('2026-11-24T08:00:00+07:00');
  const outcome = await runMonth({ database, keys: ring, findRule }, MONTH, { nowMs });
  if (!outcome) throw new Error('another run is under way');
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  const before = performance.now();
  await countReporting(database, { from: `${MONTH}-01`, to: `${MONTH}-31`, holidays: [] }, nowMs);
  return {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    employees: outcome.employees,
    records: outcome.records,
    reportingSeconds: (performance.now() - before) / 1000,
  } satisfies MonthFigures;
});
