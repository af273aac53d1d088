import { readFileSync } from 'node:fs';

/** An agency of the city as the registry knows it. */
export interface RegisteredOpd {
  readonly code: string;
  readonly name: string;
}

// Names are common knowledge, not the Perda's list, which was not found; correct them in the file.
const opds = JSON.parse(readFileSync(new URL('opds.json', import.meta.url), 'utf8')) as readonly RegisteredOpd[];
const byCode = new Map(opds.map((opd) => [opd.code, opd]));

export function listOpds(): readonly RegisteredOpd[] {
  return opds;
}

export function findOpd(code: string): RegisteredOpd | undefined {
  return byCode.get(code);
}
