import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A kelurahan in the time in which it exists under its code. */
export interface Kelurahan {
  /** Kemendagri's code, `15.71.01.1004`. */
  readonly code: string;
  readonly name: string;
  /** First and last day, `YYYY-MM-DD`; undefined for open. */
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** A kecamatan with its kelurahan of one day. */
export interface Kecamatan {
  /** Kemendagri's code, `15.71.01`. */
  readonly code: string;
  readonly name: string;
  readonly kelurahan: readonly Kelurahan[];
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly level: 'kecamatan' | 'kelurahan';
  readonly from: string;
  readonly until: string;
}

const rows = parse(readFileSync(new URL('wilayah.csv', import.meta.url), 'utf8'), {
  columns: true,
  comment: '#',
}) as readonly Row[];

/** The city's kecamatan and kelurahan on a day, `YYYY-MM-DD`, by code. */
export function listKecamatan(day: string): readonly Kecamatan[] {
  const there = rows.filter(({ from, until }) => from <= day && (until === '' || day <= until));
  const kelurahan = there.filter(({ level }) => level === 'kelurahan');
  return there
    .filter(({ level }) => level === 'kecamatan')
    .map(({ code, name }) => ({
      code,
      name,
      kelurahan: kelurahan
        .filter((one) => one.code.startsWith(`${code}.`))
        .map((one) => ({
          code: one.code,
          name: one.name,
          from: one.from || undefined,
          until: one.until || undefined,
        })),
    }));
}
