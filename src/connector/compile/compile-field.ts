import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import {
  ConversionError,
  type Convert,
  type ConverterScope,
  converters,
  findDefaultConverter,
} from '../converters/index.ts';
import type { FilePath } from '../file/connector-file.ts';
import { suggest } from '../problem.ts';
import { readKey } from './keyed-rows.ts';
import type { FieldReader } from './mapping.ts';
import { compilePath } from './path.ts';
import type { Report } from './report.ts';

/** Code tables and rules of a file, and where its mistakes go. */
export interface FieldScope extends ConverterScope {
  readonly report: Report;
  readonly codeTables: readonly string[];
}

/** Compiles `path | converter args` for a field of the graph; undefined when it has a mistake, which is reported. */
export function compileField(
  scope: FieldScope,
  expression: string,
  type: GraphQLOutputType,
  coordinate: string,
  at: FilePath,
): FieldReader | undefined {
  const [pathText = '', ...pipes] = expression.split('|').map((part) => part.trim());
  const fromAnswer = pathText.startsWith('$.');
  const read = pathText === '$key' ? readKey : compilePath(fromAnswer ? pathText.slice(2) : pathText);
  if (!read) {
    scope.report.add(
      at,
      `"${pathText}" is not a path`,
      'write it like: data.nama, list[0].nama, or $.x for the whole answer',
    );
    return undefined;
  }
  const convert = compileConverters(scope, pipes, type, coordinate, at);
  const column = fromAnswer || pathText === '$key' ? undefined : /^[^.[]+/.exec(pathText)?.[0];
  return convert && { read, fromAnswer, convert, column, coordinate };
}

function compileConverters(
  scope: FieldScope,
  pipes: readonly string[],
  type: GraphQLOutputType,
  coordinate: string,
  at: FilePath,
): Convert | undefined {
  const typeName = getNamedType(type).name;
  if (pipes.length === 0) {
    const converter = findDefaultConverter(typeName);
    if (converter) return converter.create([], scope);
    const hint = isEnumType(getNamedType(type))
      ? 'code <table>'
      : [...converters.values()].find((one) => one.gives.includes(typeName))?.usage;
    scope.report.add(at, `${coordinate} is a ${typeName}: say how the value becomes one`, hint && `with: | ${hint}`);
    return undefined;
  }
  const converts: Convert[] = [];
  for (const [index, pipe] of pipes.entries()) {
    const convert = compileConverter(scope, pipe, index === pipes.length - 1 ? type : undefined, coordinate, at);
    if (!convert) return undefined;
    converts.push(convert);
  }
  const [only] = converts;
  return only && converts.length === 1
    ? only
    : (value) => converts.reduce((current, convert) => (current === null ? null : convert(current)), value);
}

function compileConverter(
  scope: FieldScope,
  pipe: string,
  type: GraphQLOutputType | undefined,
  coordinate: string,
  at: FilePath,
): Convert | undefined {
  const [name = '', ...args] = pipe.split(/\s+/);
  const converter = converters.get(name);
  if (!converter) {
    scope.report.add(at, `unknown converter "${name}"`, suggest(name, [...converters.keys()]));
    return undefined;
  }
  const typeName = type && getNamedType(type).name;
  if (typeName && !converter.gives.includes('*') && !converter.gives.includes(typeName)) {
    const fitting = [...converters.values()].filter((one) => one.gives.includes(typeName) || one.gives.includes('*'));
    const usages = fitting.map((one) => one.usage).join('; ');
    scope.report.add(
      at,
      `the converter "${name}" gives ${converter.gives.join(' or ')}, but ${coordinate} is a ${typeName}`,
      `use: ${usages}`,
    );
    return undefined;
  }
  if (name === 'code' && type) checkCodeTable(scope, args[0], type, coordinate);
  try {
    return converter.create(args, scope);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    const near = name === 'code' ? suggest(args[0] ?? '', scope.codeTables) : undefined;
    scope.report.add(at, `the converter "${name}" ${error.message}`, near);
    return undefined;
  }
}

/** A table may hold only values of the type that it fills: those of an enum, true and false, text, whole numbers. */
function checkCodeTable(
  scope: FieldScope,
  name: string | undefined,
  type: GraphQLOutputType,
  coordinate: string,
): void {
  const named = getNamedType(type);
  const table = name === undefined ? undefined : scope.findCodeTable(name);
  if (name === undefined || !table) return;
  const known = isEnumType(named) ? named.getValues().map((value) => value.name) : undefined;
  for (const [code, value] of table) {
    const at = ['codes', name, code];
    if (value === null) continue;
    if (known && !known.includes(String(value)))
      scope.report.add(at, `${coordinate} has no value ${String(value)}`, suggest(String(value), known));
    else if (!known && !isOfType(value, named.name))
      scope.report.add(at, `${coordinate} is a ${named.name}, which ${String(value)} is not`);
  }
}

function isOfType(value: unknown, typeName: string): boolean {
  if (typeName === 'Boolean') return typeof value === 'boolean';
  if (typeName === 'Int' || typeName === 'Rupiah') return Number.isInteger(value);
  return typeof value === 'string' || typeName === 'Float';
}

/** The object type that a field holds, when it holds exactly one object. */
export function objectTypeOf(type: GraphQLOutputType): GraphQLObjectType | undefined {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isListType(nullable) || !isObjectType(nullable) ? undefined : nullable;
}
