import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { SubgraphBehaviour } from '../support/build-subgraph.ts';
import { type Args, canonical, fieldValue, hash } from './values.ts';

/** How often resolvers fail in one run, by a rule that depends on nothing but the field, its object and its arguments. */
export interface Weather {
  readonly seed: number;
  readonly failuresPerThousand: number;
}

type Source = Readonly<Record<string, unknown>> & { readonly __typename?: string };

/** Other subgraphs compute from these, or find entities by them; one server would not even read them for that. */
const INFALLIBLE = new Set(['id', 'upc', 'email', 'price', 'weight', 'dims', 'w', 'h', 'shipping', 'title']);

type Compute = (source: Source, id: string, args: Args) => unknown;

/** Reads what a `@requires` brought in the representation or, on one server, what it stands for. */
function required(source: Source, parent: string, id: string, field: string, args: Args = {}): unknown {
  if (field in source) return source[field];
  const compute = computed[field];
  return compute ? compute({}, id, args) : fieldValue(parent, id, field, args);
}

const computed: Readonly<Record<string, Compute>> = {
  volume: (source, id) => {
    const dims = required(source, 'Product', id, 'dims') as Source | null;
    if (!dims) return null;
    const w = Number(required(dims, 'Dims', String(dims.id), 'w') ?? 0);
    return (w + 1) * (Number(required(dims, 'Dims', String(dims.id), 'h', { unit: 'mm' }) ?? 0) + 1);
  },
  shipping: (source, id, args) => {
    const weight = required(source, 'Product', id, 'weight') ?? 7;
    return Number(required(source, 'Product', id, 'price')) * 10 + Number(weight) + (hash(canonical(args)) % 100);
  },
  label: (source, id) => `label of ${required(source, 'Product', id, 'shipping', { zone: 'LOUD' })}`,
  blurb: (source, id) => `blurb of ${required(source, 'Media', id, 'title', { words: 9 })}`,
};

/** Resolves every field of the monolith and, with what a representation brings, of each subgraph. */
export const resolveField: GraphQLFieldResolver<unknown, unknown> = (parent, args: Args, context, info) => {
  const source = (parent ?? {}) as Source;
  const id = String(source.id ?? 'root');
  const field = info.fieldName;
  if (fails(id, field, args, context as Weather)) throw new GraphQLError(`${id}.${field} failed`);
  const compute = computed[field];
  const value = compute ? compute(source, id, args) : fieldValue(info.parentType.name, id, field, args);
  const presented = info.schema.getType('Book') ? value : hideMedia(value);
  return hash(`${id}${field}`) % 2 ? presented : Promise.resolve(presented);
};

/** Where a subgraph knows an interface as an object (@interfaceObject), it knows no types of it. */
function hideMedia(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideMedia);
  const typeName = (value as Source | null)?.__typename;
  return typeName === 'Book' || typeName === 'Film' ? { ...(value as Source), __typename: 'Media' } : value;
}

function fails(id: string, field: string, args: Args, { seed, failuresPerThousand }: Weather): boolean {
  if (failuresPerThousand === 0 || INFALLIBLE.has(field)) return false;
  return hash(`${seed}|${id}|${field}|${canonical(args)}`) % 1000 < failuresPerThousand;
}

/** Both `upc-p1` and `email u1.email` tell whose they are. */
const idOf = (key: string): string => /^(?:upc-|email )(\w+)/.exec(key)?.[1] ?? 'nobody';

/** The behaviour of every subgraph: an entity is its representation with its id and concrete type. */
export const behaviour: SubgraphBehaviour = {
  resolveField,
  resolveReference: (representation, _context, schema) => {
    const id = String(representation.id ?? idOf(String(representation.upc ?? representation.email)));
    const isMedia = representation.__typename === 'Media' && schema.getType('Book') !== undefined;
    return { ...representation, id, ...(isMedia && { __typename: id.startsWith('b') ? 'Book' : 'Film' }) };
  },
};
