import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One step of a walk: an operation that asks for every plain field of one object that can be reached. */
export interface WalkStep {
  /** For example `Query.citizen.permits.timeline`. */
  readonly place: string;
  /** The fields that it asks for, as `Type.field`. */
  readonly coordinates: readonly string[];
  readonly operation: string;
}

const MAX_DEPTH = 8;

/**
 * Walks every field that can be reached from a root, `identifier` standing wherever an argument takes text: whoever adds a
 * field to the graph adds it to the walk.
 */
export function walkSchema(schema: GraphQLSchema, root: 'query' | 'mutation', identifier: string): WalkStep[] {
  const type = root === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!type) return [];
  const steps: WalkStep[] = [];
  for (const field of Object.values(type.getFields())) {
    const call = writeCall(field, identifier);
    const place = `${type.name}.${field.name}`;
    const target = getNamedType(field.type);
    const wrap = (inner: string) => `${root} { ${call}${inner} }`;
    if (isObjectType(target)) visitObject(target, place, [target.name], wrap, identifier, steps);
    else steps.push({ place, coordinates: [place], operation: wrap('') });
  }
  return steps;
}

function visitObject(
  type: GraphQLObjectType,
  place: string,
  seen: readonly string[],
  wrap: (inner: string) => string,
  identifier: string,
  steps: WalkStep[],
): void {
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const calls = ['__typename', ...leaves.map((field) => writeCall(field, identifier))];
  steps.push({
    place,
    coordinates: leaves.map((field) => `${type.name}.${field.name}`),
    operation: wrap(` { ${calls.join(' ')} }`),
  });
  for (const field of fields) {
    const target = getNamedType(field.type);
    // Twice the same type on one way shows nothing new: an agency's predecessor is an agency.
    if (!isObjectType(target) || seen.includes(target.name) || seen.length >= MAX_DEPTH) continue;
    const call = writeCall(field, identifier);
    const inner = (text: string) => wrap(` { ${call}${text} }`);
    visitObject(target, `${place}.${field.name}`, [...seen, target.name], inner, identifier, steps);
  }
}

/** A field with every argument that takes text, and every other that must be given. */
function writeCall({ name, args }: GraphQLField<unknown, unknown>, identifier: string): string {
  const given = args.filter((argument) => isNonNullType(argument.type) || takesText(argument));
  if (given.length === 0) return name;
  return `${name}(${given.map((argument) => `${argument.name}: ${writeValue(argument.type, identifier)}`).join(', ')})`;
}

const TEXTS = new Set(['ID', 'String', 'NIK', 'PersonalText']);

function takesText({ type }: GraphQLArgument): boolean {
  return TEXTS.has(getNamedType(type).name);
}

function writeValue(type: GraphQLInputType, identifier: string): string {
  if (isNonNullType(type)) return writeValue(type.ofType, identifier);
  if (isListType(type)) return `[${writeValue(type.ofType, identifier)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return `{ ${fields.map((field) => `${field.name}: ${writeValue(field.type, identifier)}`).join(', ')} }`;
  }
  return SCALARS[type.name] ?? JSON.stringify(identifier);
}

const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Date: '"2026-11-24"',
  Month: '"2026-11"',
  DateTime: '"2026-11-24T00:00:00+07:00"',
  Rupiah: '1',
};
