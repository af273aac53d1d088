import { isDeepStrictEqual } from 'node:util';
import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, isAbstractType } from 'graphql';
import type { SubgraphBehaviour } from './build-subgraph.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * What one subgraph of a case knows: the fields of its root types, and its entities by type and any name.
 * A value may be written as
 * `"@Product/1"` the entity of that name, `"$args"` the arguments as text, `"price is ${price}"` made of the object's
 * own fields, `{"$error": "message", "code": "CODE"}` a resolver that fails, `{"$by": "id", "1": …, "else": …}` one that
 * depends on an argument, and `{"$log": "text"}` one that writes to a log which the whole case shares and gives it back.
 */
export type SubgraphData = Readonly<Record<string, Row>>;

/** The behaviour of a subgraph that is written down as data. */
export function createDataBehaviour(data: SubgraphData, log: string[]): SubgraphBehaviour {
  const find = (typeName: string, name: string): Row | null => {
    const row = data[typeName]?.[name] as Row | undefined;
    return row ? { __typename: typeName, ...row } : null;
  };
  const resolveField: GraphQLFieldResolver<unknown, unknown> = (parent, args, _context, info) => {
    const source = (parent ?? data[info.parentType.name] ?? {}) as Row;
    return read(source[info.fieldName], { source, args, find, log });
  };
  return {
    resolveField,
    resolveReference: (representation, _context, schema) => resolveReference(data, representation, schema),
  };
}

interface Reading {
  readonly source: Row;
  readonly args: Row;
  readonly find: (typeName: string, name: string) => Row | null;
  readonly log: string[];
}

function read(value: unknown, reading: Reading): unknown {
  if (Array.isArray(value)) return value.map((item) => readItem(item, reading));
  if (typeof value === 'string') return readText(value, reading);
  if (typeof value !== 'object' || value === null) return value;
  const row = value as Row;
  if ('$error' in row) throw new GraphQLError(String(row.$error), { extensions: row.code ? { code: row.code } : {} });
  if ('$by' in row) return read(row[String(reading.args[String(row.$by)])] ?? row.else, reading);
  if ('$log' in row) {
    reading.log.push(String(row.$log));
    return reading.log.join(' ');
  }
  return row;
}

/** A list with an item that fails is still a list: graphql-js takes an Error for the failure of its place. */
function readItem(item: unknown, reading: Reading): unknown {
  try {
    return read(item, reading);
  } catch (error) {
    return error;
  }
}

function readText(text: string, { source, args, find }: Reading): unknown {
  if (text === '$args') return canonical(args);
  const entity = /^@(\w+)\/(.+)$/.exec(text);
  if (entity?.[1] && entity[2]) return find(entity[1], entity[2]);
  return text.replace(/\$\{([\w.]+)\}/g, (_, path: string) => {
    const value = path.split('.').reduce<unknown>((inner, key) => (inner as Row | null | undefined)?.[key], source);
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  });
}

/** Arguments as text, their names in order, whatever order they came in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing';
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return entries
    .map(([key, inner]) => `${key}: ${isPlain(inner) ? canonical(inner) : `(${canonical(inner)})`}`)
    .join(', ');
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null || Array.isArray(value);

/** An entity is the row that agrees with the representation in all that both of them say. */
function resolveReference(data: SubgraphData, representation: Row, schema: GraphQLSchema): unknown {
  const { __typename: typeName, ...said } = representation;
  const type = schema.getType(String(typeName));
  const names = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [String(typeName)];
  if (!names.some((name) => name in data)) return representation;
  for (const name of names)
    for (const row of Object.values(data[name] ?? {}) as Row[])
      if (agree(said, row)) return { ...said, ...row, __typename: name };
  return null;
}

function agree(said: Row, row: Row): boolean {
  const shared = Object.keys(said).filter((key) => key in row);
  return shared.length > 0 && shared.every((key) => isAlike(said[key], row[key]));
}

function isAlike(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null)
    return String(left) === String(right);
  return isDeepStrictEqual(left, right) || agree(left as Row, right as Row);
}
