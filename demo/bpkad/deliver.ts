import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Employee } from '../bkpsdmd/employees.ts';
import { MONTHS } from '../bkpsdmd/monthly-facts.ts';
import { placeFile } from '../place-file.ts';
import { listPayments } from './payments.ts';
import { writeCsv } from './write-csv.ts';

/** The environment settings that an operator would give the hub. */
export interface BpkadSettings {
  readonly BPKAD_FOLDER: string;
}

/**
 * Puts the reports of SIMDA into a folder, one for each month, each with all months before it, as an officer does who saves
 * them into a shared folder. What lies there from before is replaced.
 */
export function deliverPayments(folder: string, employees: readonly Employee[], seed: number): BpkadSettings {
  mkdirSync(folder, { recursive: true });
  const payments = listPayments(employees, seed);
  for (const month of MONTHS) {
    const paid = payments.filter((payment) => payment.month <= month);
    const writtenAt = new Date(`${paid.at(-1)?.paidOn}T16:00:00+07:00`);
    placeFile(join(folder, `simda-tpp-${month}.csv`), writeCsv(paid), writtenAt);
  }
  return { BPKAD_FOLDER: folder };
}
