import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { SubgraphBehaviour } from '../support/build-subgraph.ts';

/** How often resolvers fail in one run, by a rule that depends on nothing but the field, its object and its arguments. */
export interface Weather {
  readonly seed: number;
  readonly failuresPerThousand: number;
}

type Source = Readonly<Record<string, unknown>> & { readonly __typename?: string };
type Args = Readonly<Record<string, unknown>>;

const COUNTS: Readonly<Record<string, number>> = { User: 5, Product: 6, Review: 8, Book: 3, Film: 2 };
const LETTERS: Readonly<Record<string, string>> = { User: 'u', Product: 'p', Review: 'r', Book: 'b', Film: 'f' };

/** A subgraph knows fewer types of an interface than the whole schema. */
const POSSIBLE: Readonly<Record<string, readonly string[]>> = {
  node: ['User'],
  named: ['Product'],
  priced: ['Product'],
  holder: ['User', 'Product'],
  search: ['User', 'Product', 'Review'],
  hit: ['User', 'Product', 'Review'],
};

/** Other subgraphs compute from these, or find entities by them; one server would not even read them for that. */
const INFALLIBLE = new Set(['id', 'upc', 'price', 'weight', 'dims', 'w', 'h', 'shipping', 'title']);

/** A small, well mixed hash (FNV-1a). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Arguments as text that does not depend on the order in which they were given. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}

function make(type: GraphQLOutputType, field: string, seed: string, schemaTypes: readonly string[]): unknown {
  if (isNonNullType(type)) return make(type.ofType, field, `${seed}!`, schemaTypes);
  const number = hash(seed);
  if (!seed.endsWith('!') && number % 7 === 0) return null;
  if (isListType(type))
    return Array.from({ length: number % 4 }, (_, index) => make(type.ofType, field, `${seed}[${index}]`, schemaTypes));
  if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.name;
  if (isAbstractType(type)) return makeEntity(schemaTypes[number % schemaTypes.length] ?? 'User', number);
  if (isObjectType(type)) return type.name in COUNTS ? makeEntity(type.name, number) : makeValue(type.name, seed);
  if (type.name === 'Media') return makeEntity(number % 2 ? 'Book' : 'Film', number);
  if (type.name === 'Int') return number % 100;
  if (type.name === 'Float') return (number % 1000) / 10;
  if (type.name === 'JSON') return number % 3 ? { number, deep: { list: [number % 5, null, 'x'] } } : [number % 9];
  return `${field}-${seed}`;
}

const makeEntity = (type: string, number: number) => ({
  __typename: type,
  id: `${LETTERS[type]}${1 + (number % (COUNTS[type] ?? 1))}`,
});

const makeValue = (type: string, seed: string) => ({ __typename: type, id: `<${hash(seed)}>` });

/** What a field is, computed from nothing but its object, name and arguments. */
function valueOf(type: GraphQLOutputType, id: string, field: string, args: Args): unknown {
  if (field === 'id') return id;
  if (field === 'upc') return `upc-${id}`;
  const possible = POSSIBLE[field] ?? ['Book', 'Film'];
  return make(type, field, `${id}.${field}${canonical(args)}`, possible);
}

/** Fields that are computed from others: from the representation in a subgraph, from the data on one server. */
const COMPUTED: Readonly<
  Record<string, (source: Source, args: Args, own: (field: string, args: Args) => unknown) => unknown>
> = {
  volume: (source, _args, own) => {
    const dims = 'dims' in source ? (source.dims as Source | null) : (own('dims', {}) as Source | null);
    if (!dims) return null;
    const [w, h] = 'w' in dims ? [dims.w, dims.h] : [inner(dims, 'w', {}), inner(dims, 'h', { unit: 'mm' })];
    return (Number(w ?? 0) + 1) * (Number(h ?? 0) + 1);
  },
  shipping: (source, args, own) => {
    const price = Number('price' in source ? source.price : own('price', {}));
    const weight = Number(('weight' in source ? source.weight : own('weight', {})) ?? 7);
    return price * 10 + weight + (hash(String(args.zone)) % 100);
  },
  label: (source, _args, own) =>
    `label of ${'shipping' in source ? source.shipping : own('shipping', { zone: 'LOUD' })}`,
  blurb: (source, _args, own) => `blurb of ${'title' in source ? source.title : own('title', { words: 9 })}`,
};

let intOf: GraphQLOutputType | undefined;
const inner = (dims: Source, field: string, args: Args) =>
  intOf ? valueOf(intOf, String(dims.id), field, args) : null;

/** Resolves every field of the monolith and, with what a representation brings, of each subgraph. */
export const resolveField: GraphQLFieldResolver<unknown, unknown> = (parent, args: Args, context, info) => {
  const source = (parent ?? {}) as Source;
  const id = String(source.id ?? 'root');
  const field = info.fieldName;
  if (fails(id, field, args, context as Weather)) throw new GraphQLError(`${id}.${field} failed`);
  const value = resolveValue(source, id, args, info);
  return hash(`${id}${field}`) % 2 ? value : Promise.resolve(value);
};

function resolveValue(source: Source, id: string, args: Args, info: Parameters<typeof resolveField>[3]): unknown {
  const fields = info.parentType.getFields();
  const field = info.fieldName;
  const own = (name: string, given: Args): unknown => {
    const computed = COMPUTED[name];
    if (computed) return computed({ id }, given, own);
    const type = fields[name]?.type;
    return type && valueOf(type, id, name, given);
  };
  if (info.parentType.name === 'Dims') intOf = info.returnType;
  const computed = COMPUTED[field];
  if (computed) return computed(source, args, own);
  return present(valueOf(info.returnType, id, field, args), info.schema.getType('Book') === undefined);
}

/** Where a subgraph knows an interface as an object (@interfaceObject), it knows no types of it. */
function present(value: unknown, hidesMedia: boolean): unknown {
  if (!hidesMedia) return value;
  if (Array.isArray(value)) return value.map((item) => present(item, hidesMedia));
  const typeName = (value as Source | null)?.__typename;
  return typeName === 'Book' || typeName === 'Film' ? { ...(value as Source), __typename: 'Media' } : value;
}

function fails(id: string, field: string, args: Args, { seed, failuresPerThousand }: Weather): boolean {
  if (failuresPerThousand === 0 || INFALLIBLE.has(field)) return false;
  return hash(`${seed}|${id}|${field}|${canonical(args)}`) % 1000 < failuresPerThousand;
}

/** The behaviour of every subgraph: an entity is its representation with its id and concrete type. */
export const behaviourOf = (knowsMedia: boolean): SubgraphBehaviour => ({
  resolveField,
  resolveReference: (representation) => {
    const id = String(representation.id ?? String(representation.upc).slice('upc-'.length));
    const isMedia = representation.__typename === 'Media' && knowsMedia;
    return { ...representation, id, ...(isMedia && { __typename: id.startsWith('b') ? 'Book' : 'Film' }) };
  },
});
