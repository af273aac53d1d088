import { CallFailure } from '../../outbound/index.ts';
import type { CompiledRecord } from './compile-record.ts';
import { listKeyed } from './keyed-rows.ts';
import { compilePath, type Read } from './path.ts';
import type { Report } from './report.ts';

/** Finds the rows of an answer. @throws CallFailure badAnswer where something else stands in their place. */
export type RowsOf = (answer: unknown) => readonly unknown[];

/** What stands at the place of the rows, given that it is neither null nor missing; undefined for something else. */
interface Shape {
  readonly suffix: string;
  readonly name: string;
  list(value: unknown): unknown;
}

const SHAPES: readonly Shape[] = [
  { suffix: '[]?', name: 'list of records or the record', list: (value) => (isRow(value) ? [value] : value) },
  { suffix: '[]', name: 'list of records', list: (value) => value },
  {
    suffix: '{}',
    name: 'records under their names',
    list: (value) => (isRow(value) ? listKeyed(value) : emptyOf(value)),
  },
];
const ONE: Shape = { suffix: '', name: 'record', list: (value) => emptyOf(value) ?? [value] };

/**
 * Compiles `rows`: `data[]` is a list, `data[]?` a list or one record, `data{}` an object of records or lists of them,
 * `data` one record; `a[] | b[]` the first of them that is there. What is null or missing has no rows.
 */
export function compileRows(
  report: Report,
  at: readonly string[],
  rows: string,
  record: CompiledRecord | undefined,
): RowsOf | undefined {
  const alternatives = rows.split('|').map((one) => compilePlace(report, at, one.trim(), record));
  const places = alternatives.filter((one) => one !== undefined);
  if (places.length < alternatives.length) return undefined;
  const [only] = places;
  if (only && places.length === 1) return (answer) => only.list(only.read(answer));
  return (answer) => {
    // Text or a number fits no place, and is not nothing. An object may hold another of the places.
    const there =
      places.find(({ fits, read }) => fits(read(answer))) ?? places.find(({ read }) => isScalar(read(answer)));
    return there ? there.list(there.read(answer)) : [];
  };
}

/** One place where rows may stand. */
interface Place {
  readonly read: Read;
  /** Whether what stands there has the shape, for a file that names several places. */
  fits(value: unknown): boolean;
  /** @throws CallFailure badAnswer */
  list(value: unknown): readonly unknown[];
}

function compilePlace(
  report: Report,
  at: readonly string[],
  rows: string,
  record: CompiledRecord | undefined,
): Place | undefined {
  const { suffix, name, list } = SHAPES.find((one) => rows.endsWith(one.suffix)) ?? ONE;
  const path = rows.slice(0, rows.length - suffix.length);
  const read: Read | undefined = path === '' ? (answer) => answer : compilePath(path);
  if (!read) {
    report.add(at, `"${rows}" is not a path`, HOW_TO_WRITE);
    return undefined;
  }
  if (record?.readsKey && suffix !== '{}')
    report.add(at, `${record.typeName} reads $key, and only rows under names have one`, `write it like: ${path}{}`);
  return {
    read,
    fits: (value) => value !== null && value !== undefined && Array.isArray(list(value)),
    list: (value) => {
      if (value === null || value === undefined) return [];
      const found = list(value);
      if (Array.isArray(found) && found.every(isRow)) return found;
      throw new CallFailure('badAnswer', `something else where the ${name} should be`);
    },
  };
}

const HOW_TO_WRITE =
  'write it like: data[] for a list, data[]? for a list or one record, data{} for records under names, data for one record';

function isScalar(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== 'object';
}

/** PHP writes an empty object as an empty list. */
function emptyOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) && value.length === 0 ? value : undefined;
}

/** Of anything else every field would be null, which nobody could tell from a record without values. */
function isRow(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
