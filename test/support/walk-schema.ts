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

/** Which arguments are given: those that must be, or every one that takes text too. */
export type GivenArguments = 'needed' | 'texts';

const MAX_DEPTH = 8;
/** Walked whole where a root gives it; what is reached from every other agency that is named on the way is the same. */
const WALKED_ONCE = new Set(['Opd']);

/**
 * Walks every field that can be reached from a root, `identifier` standing wherever an argument takes text: whoever adds a
 * field to the graph adds it to the walk. A shallow walk asks for the plain fields of what the root gives.
 */
export function walkSchema(
  schema: GraphQLSchema,
  root: 'query' | 'mutation',
  identifier: string,
  depth: 'whole' | 'shallow' = 'whole',
  given: GivenArguments = 'texts',
): WalkStep[] {
  const type = root === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!type) return [];
  const steps: WalkStep[] = [];
  for (const field of Object.values(type.getFields())) {
    const call = writeCall(field, identifier, given);
    const place = `${type.name}.${field.name}`;
    const target = getNamedType(field.type);
    const wrap = (inner: string) => `${root} { ${call}${inner} }`;
    if (isObjectType(target)) {
      const path = { place, seen: [target.name], maxDepth: depth === 'whole' ? MAX_DEPTH : 1, isAtRoot: true, given };
      visitObject(target, path, wrap, identifier, steps);
    } else steps.push({ place, coordinates: [place], operation: wrap('') });
  }
  return steps;
}

interface WalkedPath {
  readonly place: string;
  /** Types on the way. */
  readonly seen: readonly string[];
  readonly maxDepth: number;
  readonly isAtRoot: boolean;
  readonly given: GivenArguments;
}

function visitObject(
  type: GraphQLObjectType,
  { place, seen, maxDepth, isAtRoot, given }: WalkedPath,
  wrap: (inner: string) => string,
  identifier: string,
  steps: WalkStep[],
): void {
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const calls = ['__typename', ...leaves.map((field) => writeCall(field, identifier, given))];
  steps.push({
    place,
    coordinates: leaves.map((field) => `${type.name}.${field.name}`),
    operation: wrap(` { ${calls.join(' ')} }`),
  });
  if (WALKED_ONCE.has(type.name) && !isAtRoot) return;
  for (const field of fields) {
    const target = getNamedType(field.type);
    // Twice the same type on one way shows nothing new: an agency's predecessor is an agency.
    if (!isObjectType(target) || seen.includes(target.name) || seen.length >= maxDepth) continue;
    const call = writeCall(field, identifier, given);
    const inner = (text: string) => wrap(` { ${call}${text} }`);
    const path = { place: `${place}.${field.name}`, seen: [...seen, target.name], maxDepth, isAtRoot: false, given };
    visitObject(target, path, inner, identifier, steps);
  }
}

/** A field with every argument that must be given, and those that take text. */
export function writeCall(
  { name, args }: GraphQLField<unknown, unknown>,
  identifier: string,
  given: GivenArguments = 'texts',
): string {
  const written = args.filter((argument) => isNonNullType(argument.type) || (given === 'texts' && takesText(argument)));
  if (written.length === 0) return name;
  return `${name}(${written.map((argument) => `${argument.name}: ${writeValue(argument.type, identifier)}`).join(', ')})`;
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

/** Every plain field of every object type that clients can see, as `Type.field`. */
export function listCoordinates(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    return leaves.map((field) => `${type.name}.${field.name}`);
  });
}
