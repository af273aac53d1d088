import { HubError } from '../../../base/hub-error.ts';
import type { CallArguments } from '../../protocol.ts';
import type { Dialect } from '../address.ts';
import type { ScannedStatement } from './scan-statement.ts';

export type Value = string | number | boolean | null;

/** A statement as the server takes it: positional parameters, whose values travel apart from it. */
export interface CompiledStatement {
  readonly text: string;
  /**
   * The values in the order of the positions; null for an argument that is not given, which equals nothing.
   * @throws HubError BAD_USER_INPUT for text that no database can store.
   */
  bind(args: CallArguments): Value[];
}

/** Replaces named parameters by positional ones: `$1`, which may repeat, or one `?` for each place. */
export function compileStatement(scanned: ScannedStatement, dialect: Dialect): CompiledStatement {
  const names: string[] = [];
  const positionOf = (name: string): string => {
    if (dialect === 'postgres' && names.includes(name)) return `$${names.indexOf(name) + 1}`;
    names.push(name);
    return dialect === 'postgres' ? `$${names.length}` : '?';
  };
  const text = scanned.pieces
    .map((piece) => (typeof piece === 'string' ? piece : positionOf(piece.parameter)))
    .join('');
  return { text, bind: (args) => names.map((name) => asValue(name, args[name])) };
}

/** The parameters of a statement, each once. */
export function listStatementParameters(scanned: ScannedStatement): string[] {
  return [...new Set(scanned.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.parameter])))];
}

function asValue(name: string, value: CallArguments[string] = null): Value {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string' && value.isWellFormed() && !value.includes('\0')) return value;
  throw new HubError('BAD_USER_INPUT', `The value of :${name} is not text that a database can hold.`);
}
