import type { FieldScope } from '../compile/compile-field.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import { compilePath, type Read } from '../compile/path.ts';
import { ConversionError } from '../converters/index.ts';
import { suggest } from '../problem.ts';
import { type CursorFormat, compileCursorFormat } from './cursor.ts';

/** A column that grows with every change, and how it is written. */
export interface Cursor {
  readonly read: Read;
  readonly column: string;
  readonly format: CursorFormat;
}

const EXAMPLE = 'write it like: tgl_ubah | datetime yyyy-mm-dd hh:mi:ss';

/** Compiles `tgl_ubah | datetime yyyy-mm-dd hh:mi:ss`; undefined when it has a mistake, which is reported. */
export function compileCursor(scope: FieldScope, typeName: string, expression: string): Cursor | undefined {
  const at = ['sync', typeName, 'cursor'];
  const [path = '', format = ''] = expression.split('|').map((part) => part.trim());
  const read = compilePath(path);
  if (!read) scope.report.add(at, `"${path}" is not a path`);
  if (format === '') scope.report.add(at, `nothing says how "${path}" is written`, EXAMPLE);
  const compiled = format === '' ? undefined : compileFormat(scope, at, format);
  return read && compiled && { read, column: /^[^.[]+/.exec(path)?.[0] ?? path, format: compiled };
}

function compileFormat(scope: FieldScope, at: readonly string[], format: string): CursorFormat | undefined {
  try {
    return compileCursorFormat(format, scope);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    scope.report.add(at, `"${format}" ${error.message}`, EXAMPLE);
    return undefined;
  }
}

/** A parameter of the operation that the sync fills in. */
export interface SyncParameter {
  readonly parameter: string;
  readonly format: CursorFormat | undefined;
  /** What it begins with. */
  readonly start: string | number;
}

/** Compiles `sejak | date yyyy-mm-dd` or `setelah = 0`; undefined without it, and when it has a mistake, which is reported. */
export function compileParameter(
  scope: FieldScope,
  typeName: string,
  key: 'since' | 'after',
  expression: string | undefined,
  operation: CompiledOperation,
): SyncParameter | undefined {
  if (expression === undefined) return undefined;
  const at = ['sync', typeName, key];
  const [named = '', format] = expression.split('|').map((part) => part.trim());
  const [parameter = '', start] = named.split('=').map((part) => part.trim());
  if (!operation.parameters.has(parameter)) {
    const near = suggest(parameter, [...operation.parameters]);
    scope.report.add(at, `the operation ${operation.name} has no parameter "${parameter}"`, near);
    return undefined;
  }
  const compiled = format === undefined ? undefined : compileFormat(scope, at, format);
  const isNumber = start !== undefined && /^\d+$/.test(start);
  return { parameter, format: compiled, start: isNumber ? Number(start) : (start ?? '') };
}
