import type { PengembangSchemaQuery, TypeNameFragment } from '../../generated/graphql.ts';

export type SchemaType = PengembangSchemaQuery['__schema']['types'][number];
export type SchemaField = NonNullable<SchemaType['fields']>[number];
export type Group = 'queries' | 'mutations' | 'subscriptions' | 'objects' | 'inputs' | 'enums' | 'scalars';

/** One place in the schema that fits what somebody searches. */
export interface Found {
  readonly type: string;
  readonly field?: string;
  readonly description: string | null;
}

/** What the reference needs to know of a schema. */
export interface SchemaIndex {
  readonly types: ReadonlyMap<string, SchemaType>;
  groupOf(type: SchemaType): Group;
  /** `Type.field` of every field whose answer is of that type. */
  usersOf(typeName: string): readonly string[];
  search(words: string): Found[];
}

const MAX_FOUND = 60;
const BUILT_IN = /^(__|String$|Int$|Float$|Boolean$|ID$)/;

/** Reads a schema's answer once. */
export function createSchemaIndex({ __schema: schema }: PengembangSchemaQuery): SchemaIndex {
  const roots = new Map<string, Group>();
  roots.set(schema.queryType.name ?? '', 'queries');
  if (schema.mutationType?.name) roots.set(schema.mutationType.name, 'mutations');
  if (schema.subscriptionType?.name) roots.set(schema.subscriptionType.name, 'subscriptions');
  const shown = schema.types.filter(({ name }) => name && !BUILT_IN.test(name));
  const types = new Map(shown.map((type) => [type.name ?? '', type]));
  const users = new Map<string, string[]>();
  const places: Found[] = [];
  for (const [type, { description, fields, inputFields, enumValues }] of types) {
    places.push({ type, description });
    for (const field of fields ?? []) {
      const target = namedTypeOf(field.type);
      users.set(target, [...(users.get(target) ?? []), `${type}.${field.name}`]);
    }
    for (const member of [...(fields ?? []), ...(inputFields ?? []), ...(enumValues ?? [])])
      places.push({ type, field: member.name, description: member.description });
  }
  return {
    types,
    groupOf: ({ name, kind }) => roots.get(name ?? '') ?? GROUPS[kind] ?? 'objects',
    usersOf: (name) => users.get(name) ?? [],
    search: (words) => searchPlaces(places, words),
  };
}

const GROUPS: Readonly<Partial<Record<SchemaType['kind'], Group>>> = {
  INPUT_OBJECT: 'inputs',
  ENUM: 'enums',
  SCALAR: 'scalars',
};

/** Names come before descriptions, whole names before parts. */
function searchPlaces(places: readonly Found[], words: string): Found[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const scored = places.flatMap((place) => {
    const name = (place.field ?? place.type).toLowerCase();
    const text = `${place.type} ${place.field ?? ''} ${place.description ?? ''}`.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) return [];
    const score = wanted.reduce((sum, word) => sum + (name === word ? 4 : name.includes(word) ? 2 : 0), 0);
    return [{ place, score }];
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_FOUND)
    .map(({ place }) => place);
}

/** The type without its lists and exclamation marks. */
export function namedTypeOf(type: Partial<TypeNameFragment>): string {
  let inner: Partial<TypeNameFragment> | null | undefined = type;
  while (inner?.ofType) inner = inner.ofType as Partial<TypeNameFragment>;
  return inner?.name ?? '';
}

/** `[Permit!]!` */
export function writeType(type: Partial<TypeNameFragment>): [before: string, name: string, after: string] {
  const inner = type.ofType as Partial<TypeNameFragment> | null | undefined;
  if (!inner) return ['', type.name ?? '', ''];
  const [before, name, after] = writeType(inner);
  return type.kind === 'LIST' ? [`[${before}`, name, `${after}]`] : [before, name, `${after}!`];
}
