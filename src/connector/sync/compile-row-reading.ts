import { HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import type { CompiledRecord, SourceValue } from '../compile/compile-record.ts';
import type { Test } from '../compile/condition.ts';
import { type FieldReader, mapValue } from '../compile/mapping.ts';
import { ConversionError } from '../converters/index.ts';
import type { ReadFacts } from '../figures/compile-facts.ts';
import type { ViewApplication } from './compile-application.ts';
import type { Cursor } from './compile-cursor.ts';
import type { CompiledStream, MappedCopy, Misfit } from './compiled-stream.ts';
import { describeKind, describeMisfit } from './describe-misfit.ts';
import type { ReadCursor } from './read-stream.ts';
import type { SyncSpec } from './sync-spec.ts';

export interface RowReadingParts {
  readonly typeName: string;
  readonly record: CompiledRecord;
  readonly spec: SyncSpec;
  readonly cursor: Cursor | undefined;
  readonly isDeleted: Test | undefined;
  readonly view: ViewApplication | undefined;
  readonly facts: ReadFacts;
  readonly opd: string;
  readonly system: string;
}

export interface RowReading extends Pick<CompiledStream, 'identify' | 'map' | 'columns' | 'linkKind'> {
  readonly readCursor: ReadCursor;
  readKey(row: unknown): string;
}

/** Compiles what is read of a row: first only what tells it apart, then, if it has changed, the record. */
export function compileRowReading(parts: RowReadingParts): RowReading {
  const { record, spec, cursor, isDeleted } = parts;
  const [linkKind, linkField] = spec.link?.split('=').map((part) => part.trim()) ?? [];
  const keys = splitKey(spec.key).map((name) => [name, record.readers.get(name) as FieldReader] as const);
  const readCursor: ReadCursor = (row) => {
    if (!cursor) return undefined;
    const raw = cursor.read(row);
    try {
      const version = cursor.format.read(raw);
      return version === undefined ? undefined : { version, cursor: String(raw) };
    } catch (error) {
      if (error instanceof ConversionError) return undefined;
      throw error;
    }
  };
  const map = compileMap(parts, linkField);
  const columns = [...record.readers.values()].flatMap(({ column }) => (column === undefined ? [] : [column]));
  return {
    linkKind,
    columns: new Set([...columns, ...(cursor ? [cursor.column] : [])]),
    readCursor,
    readKey: (row) => keys.map(([, reader]) => String(reader.read(row) ?? '')).join(' '),
    identify: (row) => {
      const key = identifyKey(keys, row, parts);
      if (typeof key !== 'string') return key;
      const at = readCursor(row);
      // Old rows often have no time of change: they are told by comparing them whole.
      if (cursor && !at && isUnreadable(cursor, row)) return describeCursor(cursor, row);
      return {
        key,
        version: at?.version,
        cursor: at?.cursor,
        isDeleted: isDeleted?.(row) ?? false,
        text: JSON.stringify(row),
      };
    },
    map,
  };
}

/** Its fields, as `nip + month` names them; `owner` is one too. */
export function splitKey(key: string): readonly string[] {
  return key.split('+').map((name) => name.trim());
}

/** What tells the row apart; of several fields all but the first may be empty. */
function identifyKey(
  keys: readonly (readonly [string, FieldReader])[],
  row: unknown,
  parts: RowReadingParts,
): string | Misfit {
  const values: string[] = [];
  for (const [name, reader] of keys) {
    const value = mapValue(reader, row, undefined, parts);
    if (value instanceof HubError || (value === null && values.length === 0))
      return describeMisfit(name === 'owner' ? name : `${parts.typeName}.${name}`, reader, row);
    values.push(String(value ?? ''));
  }
  return values.join(' ');
}

function isUnreadable({ read, format }: Cursor, row: unknown): boolean {
  try {
    format.read(read(row));
    return false;
  } catch {
    return true;
  }
}

function describeCursor({ column, read }: Cursor, row: unknown): Misfit {
  const valueKind = describeKind(read(row));
  const cause = `Waktu perubahan di kolom ${column} (${valueKind}) tidak dapat dibaca.`;
  return { field: 'cursor', valueKind, cause, fix: `Isi kolom ${column} dengan waktu perubahan terakhir.` };
}

function compileMap(parts: RowReadingParts, linkField: string | undefined): CompiledStream['map'] {
  const { typeName, record, spec, view, facts, opd, system } = parts;
  const source: SourceValue = { opd, system, mode: 'COPY', asOf: '' };
  return (row, answer): MappedCopy | Misfit => {
    let mapped: Record<string, unknown> & { [OWNER]?: string | undefined };
    try {
      mapped = record.map(row, answer, source, undefined);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      return describeMisfit('owner', record.readers.get('owner'), row);
    }
    const faulty = findFaulty(mapped);
    if (faulty !== undefined) return describeMisfit(`${typeName}.${faulty}`, record.readers.get(faulty), row);
    for (const key of record.sourceKeys) delete mapped[key];
    const owner = mapped[OWNER];
    const number = linkField === undefined ? undefined : mapped[linkField];
    if (linkField !== undefined && (number === null || number === undefined))
      return describeMisfit(`${typeName}.${linkField}`, record.readers.get(linkField), row);
    const application = view?.(mapped, String(mapped[splitKey(spec.key).at(-1) ?? '']));
    return {
      owner,
      linkNumber: number === undefined ? undefined : String(number),
      record: mapped,
      application,
      ...facts(mapped, application, owner),
    };
  };
}

/** The first field that did not convert, inner objects' behind a dot. */
function findFaulty(record: Readonly<Record<string, unknown>>, prefix = ''): string | undefined {
  for (const key in record) {
    const value = record[key];
    if (value instanceof HubError) return `${prefix}${key}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const inner = findFaulty(value as Record<string, unknown>, `${prefix}${key}.`);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
