import { readFileSync } from 'node:fs';

/** In which the peers hand a citizen's NIK on to the subgraph servers. */
export const NIK_HEADER = 'x-nik';

/** A citizen whose Home query is measured. */
export interface Citizen {
  readonly nik: string;
  readonly nops: readonly string[];
}

/** A citizen with the token of his log-in. */
export interface LoggedInCitizen extends Citizen {
  readonly token: string;
}

/** How a citizen asks; the peers, which check no token, look for the NIK. */
export function toHeaders({ token, nik }: LoggedInCitizen) {
  return { authorization: `Bearer ${token}`, [NIK_HEADER]: nik };
}

/** Where every process of the bench finds the citizens. */
export const CITIZENS_FILE = 'BENCH_CITIZENS_FILE';

/** The citizens of this run, as the bench wrote them down for its processes. */
export function readCitizens(): readonly LoggedInCitizen[] {
  return JSON.parse(readFileSync(process.env[CITIZENS_FILE] ?? '', 'utf8')) as LoggedInCitizen[];
}
