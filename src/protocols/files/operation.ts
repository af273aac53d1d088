import { HubError } from '../../base/hub-error.ts';
import type { CallArguments, OperationMistake } from '../protocol.ts';
import { plainNumber } from './cell.ts';
import { ENCODINGS, type Encoding } from './csv/decode-text.ts';
import { compilePattern, isPlainName } from './file-pattern.ts';
import type { Wanted } from './find-rows.ts';
import type { FileLimits } from './limits.ts';
import { plainHeading } from './read-headings.ts';
import type { ReadOptions } from './read-table.ts';

/** An operation of a connector file, ready to be asked. */
export interface FileOperation {
  fits(name: string): boolean;
  readonly options: ReadOptions;
  /** Tells the options from those of other operations. */
  readonly key: string;
  /** @throws HubError BAD_USER_INPUT for an argument without a value, which no row may be found by. */
  want(args: CallArguments): Wanted;
}

const PARAMETER = /^:([A-Za-z_]\w*)$/;

/** What of an operation cannot be carried out. */
export function checkOperation({ file, rows }: Readonly<Record<string, unknown>>): readonly OperationMistake[] {
  const mistakes: OperationMistake[] = [];
  if (typeof file !== 'string' || !isPlainName(file)) {
    const suggestion = 'write it like: penerima-*.csv, without a folder';
    mistakes.push({ key: 'file', message: 'is not the name of a file', suggestion });
  }
  if (rows !== 'rows[]') {
    mistakes.push({ key: 'rows', message: 'is not where the rows of a file are', suggestion: 'write: rows[]' });
  }
  return mistakes;
}

/** Reads the keys of an operation that has no mistake. */
export function compileOperation(spec: Readonly<Record<string, unknown>>, limits: FileLimits): FileOperation {
  const { file, header = 1, delimiter, sheet, encoding, textColumns = [], where } = spec;
  const conditions = listConditions(where);
  const options: ReadOptions = {
    header: Number(header),
    delimiter: typeof delimiter === 'string' ? delimiter : undefined,
    encoding: findEncoding(encoding),
    sheet: typeof sheet === 'string' ? sheet : undefined,
    textColumns: Array.isArray(textColumns) ? textColumns.map((column) => plainHeading(String(column))) : [],
    keyColumns: conditions.map(([column]) => column),
    limits,
  };
  return {
    // One that is no plain name is a mistake, and fits nothing.
    fits: typeof file === 'string' && isPlainName(file) ? compilePattern(file) : () => false,
    options,
    key: JSON.stringify(options),
    want: (args) =>
      conditions.map(([column, template]) => {
        const text = fill(template, args);
        return [column, options.textColumns.includes(column) ? plainNumber(text) : text];
      }),
  };
}

/** The parameters that the conditions of an operation take, each once. */
export function listParameters(where: unknown): string[] {
  const names = listConditions(where).flatMap(([, template]) => PARAMETER.exec(template)?.[1] ?? []);
  return [...new Set(names)];
}

function listConditions(where: unknown): (readonly [column: string, template: string])[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).map(([column, template]) => [plainHeading(column), String(template)] as const);
}

function findEncoding(encoding: unknown): Encoding {
  return ENCODINGS.find((one) => one === encoding) ?? 'utf-8';
}

function fill(template: string, args: CallArguments): string {
  const name = PARAMETER.exec(template)?.[1];
  if (name === undefined) return template.replace(/^::/, ':').trim();
  const text = String(args[name] ?? '').trim();
  if (text === '') throw new HubError('BAD_USER_INPUT', `The value of :${name} is empty.`);
  return text;
}
