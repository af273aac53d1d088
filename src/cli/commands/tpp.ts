import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { readMonthName, runMonth } from '../../city/index.ts';
import { getKeys, readConfig } from '../../config/index.ts';
import { readAllowanceData } from '../../hub-allowances.ts';
import { createProgressLine } from '../sync/show-progress.ts';
import { withDatabase } from '../with-database.ts';

/** `tpp run`: computes a month's allowances of all employees as proposals. */
export async function runTpp([name, ...args]: string[]): Promise<number> {
  if (name !== 'run') {
    throw new HubError('BAD_USER_INPUT', 'Say what to do with the allowances: run', {
      fix: 'For example: npm run hub -- tpp run --month 2026-10',
    });
  }
  const { values } = parseArgs({
    args,
    options: { month: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
  });
  const month = readMonthName(values.month);
  const data = readAllowanceData();
  const config = readConfig(process.env);
  const keys = getKeys(config.indexKeys, config.dataKeys, resolve(config.dataDir ?? '.data'));
  const line = createProgressLine();
  const begun = performance.now();
  const outcome = await withDatabase((database) =>
    runMonth({ database, keys, ...data }, month, {
      nowMs: Date.now(),
      onProgress: (done, employees) =>
        line.show(`${month}  ${done.toLocaleString('en')} of ${employees.toLocaleString('en')} employees`),
    }),
  ).finally(() => line.clear());
  if (!outcome) throw new HubError('TOO_MANY_REQUESTS', `Another run of ${month} is under way.`, { retryable: true });
  const seconds = (performance.now() - begun) / 1000;
  if (values.json) console.log(JSON.stringify({ month, ...outcome, seconds }, null, 2));
  else console.log(describe(month, outcome, seconds, data.findRule(month)?.isDefault ?? false));
  return 0;
}

type Outcome = NonNullable<Awaited<ReturnType<typeof runMonth>>>;

function describe(month: string, outcome: Outcome, seconds: number, isDefault: boolean): string {
  const { employees, records, incomplete, discrepancies } = outcome;
  const number = (value: number) => value.toLocaleString('en');
  const rate = number(Math.round(records / seconds));
  return [
    `${month}: ${number(employees)} employees from ${number(records)} records in ${seconds.toFixed(1)} s (${rate} records/s).`,
    `${number(discrepancies)} were paid otherwise than computed; ${number(incomplete)} are incomplete.`,
    ...(isDefault ? ['Computed by a default rule: the city’s own regulation is not known.'] : []),
  ].join('\n');
}
