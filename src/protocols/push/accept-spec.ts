import type { OperationMistake } from '../protocol.ts';

/** Which rows an operation takes, `accept` in a connector file. */
export interface AcceptSpec {
  /** The column that tells a row apart. */
  readonly key: string;
  readonly maxRows: number;
  /** A column that grows with every change. */
  readonly version: string | undefined;
  /** What must stand in which column of a row that is gone. */
  readonly deletedWhen: Readonly<Record<string, unknown>> | undefined;
  /** The columns by which rows are asked for. */
  readonly lookupColumns: readonly string[];
}

const DEFAULT_MAX_ROWS = 500;

/** Reads the keys of an operation whose shape has been checked. */
export function readAccept({ accept, where }: Readonly<Record<string, unknown>>): AcceptSpec {
  const { key = '', maxRows = DEFAULT_MAX_ROWS, version, deletedWhen } = (accept ?? {}) as Partial<AcceptSpec>;
  const lookupColumns = typeof where === 'object' && where !== null ? Object.keys(where) : [];
  return { key, maxRows, version, deletedWhen, lookupColumns };
}

/** What of an operation cannot be carried out. */
export function checkAccept({ accept, rows }: Readonly<Record<string, unknown>>): readonly OperationMistake[] {
  const mistakes: OperationMistake[] = [];
  if (accept === undefined)
    mistakes.push({
      key: 'source',
      message: 'is pushed, and nothing says what it takes',
      suggestion: 'write accept: { key: <column> }',
    });
  if (rows !== '[]')
    mistakes.push({ key: 'rows', message: 'is not where pushed rows are', suggestion: 'write: rows: "[]"' });
  return mistakes;
}
