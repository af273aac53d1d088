import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, startEmbeddedPostgres } from '../../src/store/index.ts';
import { note } from '../command/note.ts';
import { runBench } from '../command/run-bench.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { saveReport } from '../report/save-report.ts';
import { measureAllowances } from './allowances/measure-allowances.ts';
import { fillCases } from './fill-cases.ts';
import { measureLag } from './measure-lag.ts';
import { measureStatus } from './measure-status.ts';
import { type CityReport, formatCity } from './report.ts';

const FEW = 10_000;
const MANY = 1_000_000;

/** The bench `city`: the mayor's figures among ten thousand and a million applications, and a month's TPP. Returns the exit code. */
export function runCity(args: readonly string[]): Promise<number> {
  return runBench(async (stack) => {
    const many = readCases(args);
    const folder = makeTemporaryFolder(stack);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'hub/postgres'), durable: true });
    stack.defer(() => postgres.stop());
    const database = await openDatabase(postgres.url, { maxConnections: 8 });
    stack.defer(() => database.close());
    await database.migrate();
    const client = database.createClient('bench');
    await client.connect();
    stack.defer(() => client.end());
    note(`counting ${FEW} applications …`);
    await fillCases(client, 0, FEW);
    await client.query('vacuum analyze');
    const few = await measureStatus(database, FEW);
    note(`counting ${many - FEW} more …`);
    const begun = performance.now();
    await fillCases(client, FEW, many);
    const countedPerSecond = (many - FEW) / ((performance.now() - begun) / 1000);
    await client.query('vacuum analyze');
    const ofMany = await measureStatus(database, many);
    note('changing 200 a second …');
    const lag = await measureLag(database, client, many);
    const allowances = await measureAllowances({ url: postgres.url, client }, stack);
    const report: CityReport = {
      date: new Date().toISOString(),
      machine: describeMachine(['pg']),
      few,
      many: ofMany,
      countedPerSecond,
      lag,
      allowances,
    };
    saveReport('city', report, many === MANY);
    console.log(`\n${formatCity(report)}\n`);
  });
}

/** @throws Error whose message says which flag is wrong. */
function readCases(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { cases: { type: 'string', default: String(MANY) } } });
  const cases = Number(values.cases);
  if (Number.isSafeInteger(cases) && cases > FEW) return cases;
  throw new Error(`--cases must be a whole number above ${FEW}`);
}
