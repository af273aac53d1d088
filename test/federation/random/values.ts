import {
  buildSchema,
  type GraphQLOutputType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { monolithSdl } from './world.ts';

export type Args = Readonly<Record<string, unknown>>;

const schema = buildSchema(monolithSdl);

const COUNTS: Readonly<Record<string, number>> = { User: 5, Product: 6, Review: 8, Book: 3, Film: 2 };
const LETTERS: Readonly<Record<string, string>> = { User: 'u', Product: 'p', Review: 'r', Book: 'b', Film: 'f' };

/** What a field of an abstract type may hold: a subgraph knows fewer types of an interface than the whole schema. */
const POSSIBLE: Readonly<Record<string, readonly string[]>> = {
  node: ['User'],
  named: ['Product'],
  priced: ['Product'],
  search: ['User', 'Product', 'Review'],
  hit: ['User', 'Product', 'Review'],
};
const MEDIA = ['Book', 'Film'];

/** A small, well mixed hash (FNV-1a with a final shift). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Writes arguments as text that does not depend on the order in which they were given. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}

/** What a field is: computed from nothing but its object, its name and its arguments. */
export function fieldValue(parent: string, id: string, field: string, args: Args): unknown {
  if (field === 'id') return id;
  if (field === 'upc') return `upc-${id}`;
  const type = schema.getType(parent);
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  if (!definition) throw new Error(`There is no ${parent}.${field}`);
  return make(definition.type, field, `${id}.${field}${canonical(args)}`);
}

function make(type: GraphQLOutputType, field: string, seed: string): unknown {
  if (isNonNullType(type)) return make(type.ofType, field, `${seed}!`);
  const number = hash(seed);
  if (!seed.endsWith('!') && number % 7 === 0) return null;
  if (isListType(type))
    return Array.from({ length: number % 4 }, (_, index) => make(type.ofType, field, `${seed}[${index}]`));
  if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.name;
  if (isAbstractType(type)) return makeOneOf(POSSIBLE[field] ?? MEDIA, number);
  if (isObjectType(type)) return type.name in COUNTS ? makeEntity(type.name, number) : makeValue(type.name, number);
  return makeLeaf(type.name, field, seed, number);
}

function makeLeaf(typeName: string, field: string, seed: string, number: number): unknown {
  if (typeName === 'Int') return number % 100;
  if (typeName === 'Float') return (number % 1000) / 10;
  if (typeName === 'JSON') return number % 3 ? { number, deep: { list: [number % 5, null, 'x'] } } : [number % 9];
  return `${field} ${seed}`;
}

const makeOneOf = (types: readonly string[], number: number) =>
  makeEntity(types[number % types.length] ?? 'User', number >>> 3);

const makeEntity = (type: string, number: number) => ({
  __typename: type,
  id: `${LETTERS[type]}${1 + (number % (COUNTS[type] ?? 1))}`,
});

const makeValue = (type: string, number: number) => ({ __typename: type, id: `<${number}>` });
