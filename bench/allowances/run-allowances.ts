import { join } from 'node:path';
import { openDatabase, startEmbeddedPostgres } from '../../src/store/index.ts';
import { note } from '../command/note.ts';
import { runBench } from '../command/run-bench.ts';
import { startProcess } from '../process/start-process.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { fillMonth } from './fill-month.ts';
import type { MonthFigures } from './worker.ts';

/** The city's own: 5,033 ASN and about as many PPPK (DOMAIN §0). */
const EMPLOYEES = 10_600;

// As in the bench `sync`: what a worker is allowed beside the gateway.
const SMALL = ['--max-semi-space-size=32', '--max-old-space-size=192'];

/** The bench `allowances`: a month's TPP of all employees, 22 days with two activities each. Returns the exit code. */
export function runAllowances(): Promise<number> {
  return runBench(async (stack) => {
    const folder = makeTemporaryFolder(stack);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'hub/postgres'), durable: true });
    stack.defer(() => postgres.stop());
    const database = await openDatabase(postgres.url, { maxConnections: 4 });
    stack.defer(() => database.close());
    await database.migrate();
    const client = database.createClient('bench');
    await client.connect();
    stack.defer(() => client.end());
    note('filling the copies …');
    note(`${await fillMonth(client, EMPLOYEES)} records`);
    const script = join(import.meta.dirname, 'worker.ts');
    const worker = await startProcess<object>(
      { name: 'worker', script, arguments: [postgres.url], nodeArguments: SMALL },
      stack,
    );
    for (const run of ['first', 'second']) {
      const figures = await worker.ask<MonthFigures>({});
      const rate = Math.round(figures.records / figures.seconds);
      note(`${run} run: ${JSON.stringify(figures)}, ${rate} records/s, peak ${Math.round(figures.peakBytes / 1e6)} MB`);
    }
  });
}
