import { join } from 'node:path';
import type { Client } from 'pg';
import { note } from '../../command/note.ts';
import { startProcess } from '../../process/start-process.ts';
import { fillMonth } from './fill-month.ts';
import type { MonthFigures } from './worker.ts';

/** The city's own: 5,033 ASN and about as many PPPK (DOMAIN §0). */
export const EMPLOYEES = 10_600;

// As in the bench `sync`: what a worker is allowed beside the gateway.
const SMALL = ['--max-semi-space-size=32', '--max-old-space-size=192'];

/** A month's TPP of all employees, 22 days with two activities each, computed for the first time and once more. */
export async function measureAllowances(
  { url, client }: { readonly url: string; readonly client: Client },
  stack: AsyncDisposableStack,
): Promise<readonly MonthFigures[]> {
  note(`filling a month of ${EMPLOYEES} employees …`);
  note(`${await fillMonth(client, EMPLOYEES)} records`);
  const script = join(import.meta.dirname, 'worker.ts');
  const worker = await startProcess<object>({ name: 'worker', script, arguments: [url], nodeArguments: SMALL }, stack);
  return [await worker.ask<MonthFigures>({}), await worker.ask<MonthFigures>({})];
}
