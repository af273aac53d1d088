import { readFileSync } from 'node:fs';

/** A citizen whose Home query is measured. */
export interface Citizen {
  readonly nik: string;
  readonly nops: readonly string[];
}

/** A citizen with the token of his log-in. */
export interface LoggedInCitizen extends Citizen {
  readonly token: string;
}

/** Where every process of the bench finds the citizens. */
export const CITIZENS_FILE = 'BENCH_CITIZENS_FILE';

/** The citizens of this run, as the bench wrote them down for its processes. */
export function readCitizens(): readonly LoggedInCitizen[] {
  return JSON.parse(readFileSync(process.env[CITIZENS_FILE] ?? '', 'utf8')) as LoggedInCitizen[];
}
