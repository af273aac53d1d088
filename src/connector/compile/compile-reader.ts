import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay, formatJakartaInstant } from '../../base/jakarta-time.ts';
import { ConversionError, type Convert, type OutgoingConverter, outgoingConverters } from '../converters/index.ts';
import type { FilePath } from '../file/connector-file.ts';
import { suggest } from '../problem.ts';
import type { FieldScope } from './compile-field.ts';

/** What the arguments of one call are made of. */
export interface Origin {
  readonly parent: Readonly<Record<string, unknown>>;
  /** Arguments of the graph's field. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The one linked number that this call is for, when the operation asks by link. */
  readonly link: string | undefined;
}

/**
 * Reads what a parameter is given, `MISSING` where there is nothing to ask by.
 * @throws the parent's value where it is an error; HubError CONFIG_INVALID where the parent cannot have the value.
 */
export type ReadArgument = (origin: Origin) => unknown;

export interface ReaderScope {
  readonly fields: FieldScope;
  readonly clock: Clock;
  /** Fields of the parent type that may be named. */
  readonly parentFields: readonly string[];
  /** Arguments of the graph's field that may be named. */
  readonly fieldArguments: readonly string[];
}

export const MISSING = Symbol('missing');

/** Compiles `value | converter`; undefined when it has a mistake, which is reported. */
export function compileReader(
  scope: ReaderScope,
  target: string,
  expression: string,
  at: FilePath,
): ReadArgument | undefined {
  const [value = '', ...pipes] = expression.split('|').map((part) => part.trim());
  let converted = compileAlternatives(scope, target, value, at);
  if (!converted) return undefined;
  for (const pipe of pipes) {
    const next = compilePipe(scope, target, pipe, at);
    if (!next) return undefined;
    const before: ReadArgument = converted;
    converted = (origin) => {
      const given = before(origin);
      if (given === MISSING || given === null || given === undefined) return given;
      return next(given, origin);
    };
  }
  return converted;
}

/** `args.month ?? today.month`: the first that there is. */
function compileAlternatives(
  scope: ReaderScope,
  target: string,
  expression: string,
  at: FilePath,
): ReadArgument | undefined {
  const reads: ReadArgument[] = [];
  for (const value of expression.split('??').map((part) => part.trim())) {
    const read = compileValue(scope, target, value);
    if (!read) {
      const { parentFields, fieldArguments, fields } = scope;
      fields.report.add(
        at,
        `"${value}" is not a field of the parent, args.<name>, links.<kind>, today.year or now`,
        suggest(value, [...parentFields, ...fieldArguments.map((name) => `args.${name}`)]),
      );
      return undefined;
    }
    reads.push(read);
  }
  const [only] = reads;
  if (reads.length === 1) return only;
  return (origin) => {
    for (const read of reads) {
      const value = read(origin);
      if (value !== undefined && value !== null && value !== MISSING) return value;
    }
    return null;
  };
}

function compileValue({ clock, parentFields, fieldArguments }: ReaderScope, target: string, expression: string) {
  if (/^links\.[a-z][a-z0-9-]*$/.test(expression)) return ({ link }: Origin) => link;
  if (expression === '""') return () => '';
  if (expression === 'today.year') return () => formatJakartaDay(clock.now()).slice(0, 4);
  if (expression === 'today.month') return () => formatJakartaDay(clock.now()).slice(0, 7);
  if (expression === 'today.lastYear') return () => String(Number(formatJakartaDay(clock.now()).slice(0, 4)) - 1);
  if (expression === 'today') return () => formatJakartaDay(clock.now());
  if (expression === 'now') return () => formatJakartaInstant(clock.now()).slice(0, 19).replace('T', ' ');
  const argument = /^args\.(\w+)$/.exec(expression)?.[1];
  if (argument !== undefined)
    return fieldArguments.includes(argument) ? ({ args }: Origin) => args[argument] : undefined;
  return parentFields.includes(expression) ? ({ parent }: Origin) => readParent(parent, target, expression) : undefined;
}

function readParent(parent: Origin['parent'], target: string, field: string): unknown {
  const value = parent[field];
  if (value instanceof Error) throw value;
  if (value === undefined)
    throw new HubError('CONFIG_INVALID', `${target} asks by ${field}, which its parent does not carry.`, {
      fix: 'Ask by a field that the record fills or by the key of its type.',
    });
  return value ?? MISSING;
}

type Pipe = (value: unknown, origin: Origin) => unknown;

function compilePipe(scope: ReaderScope, target: string, pipe: string, at: FilePath): Pipe | undefined {
  const [name = '', ...args] = pipe.split(/\s+/);
  const { report } = scope.fields;
  if (name === 'opd') return compileOpdPipe(scope, target, args, at);
  const converter = outgoingConverters.get(name);
  if (!converter) {
    report.add(at, `unknown converter "${name}"`, suggest(name, [...outgoingConverters.keys(), 'opd']));
    return undefined;
  }
  const convert = createConvert(scope, name, converter, args, at);
  return (
    convert &&
    ((value) => {
      try {
        return convert(value) ?? MISSING;
      } catch (error) {
        if (!(error instanceof ConversionError)) throw error;
        throw new HubError('BAD_USER_INPUT', `What ${target} is asked by ${error.message}.`);
      }
    })
  );
}

function createConvert(
  { fields }: ReaderScope,
  name: string,
  { create, maxArguments, usage }: OutgoingConverter,
  args: readonly string[],
  at: FilePath,
): Convert | undefined {
  try {
    if (args.length > maxArguments) throw new ConversionError(`takes no more than: ${usage}`);
    return create(args, fields);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    const near = name === 'code' ? suggest(args[0] ?? '', fields.codeTables) : undefined;
    fields.report.add(at, `the converter "${name}" ${error.message}`, near);
    return undefined;
  }
}

/** `code | opd esakip args.year ?? today.lastYear`: an OPD's code in a system, of this year or of the one that is asked for. */
function compileOpdPipe(scope: ReaderScope, target: string, args: readonly string[], at: FilePath): Pipe | undefined {
  const { fields, clock } = scope;
  const [system = '', ...yearWords] = args;
  if (!fields.opds.systems.includes(system)) {
    const near = suggest(system, fields.opds.systems) ?? 'write it like: code | opd esakip args.year';
    fields.report.add(at, `of "${system}" the registry of OPDs has no codes`, near);
    return undefined;
  }
  const readYear = compileAlternatives(scope, target, yearWords.join(' ') || 'today.year', at);
  return (
    readYear &&
    ((value, origin) => {
      const year = Number(readYear(origin) ?? formatJakartaDay(clock.now()).slice(0, 4));
      return fields.opds.findCode(system, String(value), year) ?? MISSING;
    })
  );
}
