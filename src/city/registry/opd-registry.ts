import { readFileSync } from 'node:fs';
import { HubError } from '../../base/hub-error.ts';

/** An agency of the city as the registry knows it, in the time in which it existed under this name. */
export interface RegisteredOpd {
  readonly code: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** Its last day, `YYYY-MM-DD`; absent while it exists. */
  readonly until?: string;
  /** Codes of those whose duties and documents it took over. */
  readonly predecessors?: readonly string[];
  /** How systems name it: a system's code, and its name where it goes by names, in a span of years. */
  readonly codes?: Readonly<Record<string, readonly OpdCode[]>>;
}

export interface OpdCode {
  readonly code: string;
  readonly name?: string;
  /** First and last year, open where absent. */
  readonly from?: number;
  readonly until?: number;
}

// Names are common knowledge, not the Perda's list, which was not found; correct them in the file.
const opds = JSON.parse(readFileSync(new URL('opds.json', import.meta.url), 'utf8')) as readonly RegisteredOpd[];
const byCode = new Map(opds.map((opd) => [opd.code, opd]));

/** The agencies that existed on a day (`YYYY-MM-DD`), by code. */
export function listOpds(day: string): readonly RegisteredOpd[] {
  return opds.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
}

/** Every agency that there is or was. */
export function listAllOpds(): readonly RegisteredOpd[] {
  return opds;
}

export function findOpd(code: string): RegisteredOpd | undefined {
  return byCode.get(code);
}

/** @throws HubError INTERNAL for a code that no OPD has or had. */
export function getOpd(code: string): RegisteredOpd {
  const opd = findOpd(code);
  if (!opd) throw new HubError('INTERNAL', `There is no OPD ${code} in the registry.`);
  return opd;
}
