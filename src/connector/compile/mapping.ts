import { HubError } from '../../base/hub-error.ts';
import { ConversionError, type Convert } from '../converters/index.ts';
import type { Read } from './path.ts';

/** Reads a field out of a row and the whole answer around it. */
export interface FieldReader {
  readonly read: Read;
  /** Reads from the whole answer (`$.…`) instead of from the row. */
  readonly fromAnswer: boolean;
  readonly convert: Convert;
  /** The column of the row that it reads, or the first step of its path; undefined where it reads none. */
  readonly column: string | undefined;
  /** `Permit.fee`, for the error. */
  readonly coordinate: string;
  /** Whether the graph promises a value: then a row without one does not fit. */
  readonly isRequired?: boolean;
}

/** Nearly every text begins with a letter or a digit, and then nothing more need be looked at. */
function isBlank(text: string): boolean {
  return !(text.charCodeAt(0) > 32) && text.trim() === '';
}

export type MappedValue = unknown;

/** Maps one value; a value that does not convert becomes the error that its field will answer with. */
export function mapValue(
  reader: FieldReader,
  row: unknown,
  answer: unknown,
  at: { opd: string; system: string },
): MappedValue {
  const raw = reader.read(reader.fromAnswer ? answer : row);
  const isEmpty = raw === undefined || raw === null || (typeof raw === 'string' && isBlank(raw));
  try {
    const value = isEmpty ? null : reader.convert(raw);
    return value === null && reader.isRequired ? refuse(reader, isEmpty ? 'is empty' : 'means nothing', at) : value;
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    return refuse(reader, error.message, at);
  }
}

function refuse({ coordinate }: FieldReader, why: string, { opd, system }: { opd: string; system: string }): HubError {
  return new HubError('OPD_BAD_ANSWER', `${opd}/${system}: what fills ${coordinate} ${why}.`, {
    opd,
    fix: 'The OPD mends the value in its own system, or the connector file names another converter.',
  });
}
