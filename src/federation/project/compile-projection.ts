import {
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLNullableType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import { isObject } from '../execute/merge.ts';
import type { ResponseKeys } from '../operation/response-keys.ts';
import type { Fragments, SpecialisedOperation } from '../operation/specialise.ts';
import { type CollectedField, collectFields, dependsOnType } from './collect-fields.ts';
import { INVALID, type ProjectionRun } from './projection-run.ts';

/** Picks from merged data exactly what the client asked for. */
export type Projector = (data: Record<string, unknown>, run: ProjectionRun) => Record<string, unknown> | null;

type Complete = (value: unknown, run: ProjectionRun) => unknown;
/** `complete` is undefined for a value that is taken as it is and may be null: most fields of most answers. */
type ProjectField = { readonly key: string; readonly sourceKey: string; readonly complete: Complete | undefined };

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly keys: ResponseKeys;
}

/** Compiles the selections of an operation, once, into a function that projects merged data onto them. */
export function compileProjection(
  schema: GraphQLSchema,
  { operation, fragments }: SpecialisedOperation,
  keys: ResponseKeys,
): Projector {
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new Error(`The schema has no ${operation.operation} type`);
  const projectRoot = compileObject({ schema, fragments, keys }, rootType, [operation.selectionSet], 'the root');
  return (data, run) => {
    const projected = projectRoot(data, run);
    return projected === INVALID ? null : (projected as Record<string, unknown>);
  };
}

function compileObject(
  scope: Scope,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  coordinate: string,
): Complete {
  const collected = collectFields(scope.schema, scope.fragments, type, sets);
  const fields = collected.map((field) => compileField(scope, type, field));
  return (value, run) => {
    if (!isObject(value)) return misshapen(run, 'an object', coordinate);
    const projected: Record<string, unknown> = {};
    for (let index = 0; index < fields.length; index++) {
      const { key, sourceKey, complete } = fields[index] as ProjectField;
      const given = value[sourceKey];
      if (complete === undefined) {
        projected[key] = given ?? null;
        continue;
      }
      const { path } = run;
      path?.push(key);
      const completed = complete(given, run);
      path?.pop();
      if (completed === INVALID) return INVALID;
      projected[key] = completed;
    }
    return projected;
  };
}

function compileField(scope: Scope, parent: GraphQLCompositeType, field: CollectedField): ProjectField {
  const [first] = field.nodes;
  const sourceKey = first ? scope.keys.sourceKey(first) : field.responseKey;
  return { key: field.responseKey, sourceKey, complete: compileValue(scope, parent, field) };
}

function compileValue(scope: Scope, parent: GraphQLCompositeType, field: CollectedField): Complete | undefined {
  if (field.name === '__typename') return isObjectType(parent) ? () => parent.name : missingTypename(parent.name);
  // Introspection is answered by graphql-js and arrives complete.
  if (field.name === '__schema' || field.name === '__type') return (value) => value ?? null;
  const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name];
  if (!definition) throw new Error(`The schema has no field ${parent.name}.${field.name}`);
  if (isScalarType(definition.type)) return undefined;
  const sets = field.nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  return compileType(scope, definition.type, sets, `${parent.name}.${field.name}`);
}

function missingTypename(typeName: string): Complete {
  return (_value, run) => {
    run.violate(`The subgraphs did not say which ${typeName} this is.`);
    return INVALID;
  };
}

function compileType(
  scope: Scope,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  coordinate: string,
): Complete {
  return isNonNullType(type)
    ? nonNull(compilePresent(scope, type.ofType, sets, coordinate), coordinate)
    : nullable(compilePresent(scope, type, sets, coordinate));
}

/** Compiles what becomes of a value that is there. */
function compilePresent(
  scope: Scope,
  type: GraphQLNullableType & GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  coordinate: string,
): Complete {
  if (isListType(type)) return compileList(compileType(scope, type.ofType, sets, coordinate), coordinate);
  if (isEnumType(type)) return compileEnum(type, coordinate);
  if (isObjectType(type)) return compileObject(scope, type, sets, coordinate);
  return isAbstractType(type) ? compileAbstract(scope, type, sets, coordinate) : (value) => value;
}

function nonNull(complete: Complete, coordinate: string): Complete {
  return (value, run) => {
    const completed = value === null || value === undefined ? null : complete(value, run);
    if (completed !== null) return completed;
    run.violate(`Cannot return null for non-nullable field ${coordinate}.`);
    return INVALID;
  };
}

/** Turns an invalid value into null where the type allows it, which is where propagation ends. */
function nullable(complete: Complete): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    const completed = complete(value, run);
    return completed === INVALID ? null : completed;
  };
}

function compileEnum(type: GraphQLEnumType, coordinate: string): Complete {
  // A subgraph may know values that are @inaccessible to clients.
  const known = new Set<unknown>(type.getValues().map((value) => value.name));
  return (value, run) => {
    if (known.has(value)) return value;
    run.violate(`Enum ${type.name} has no value for what the subgraph gave at ${coordinate}.`);
    return null;
  };
}

function compileList(completeItem: Complete, coordinate: string): Complete {
  return (value, run) => {
    if (!Array.isArray(value)) return misshapen(run, 'a list', coordinate);
    const projected: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      run.path?.push(index);
      const completed = completeItem(value[index], run);
      run.path?.pop();
      if (completed === INVALID) return INVALID;
      projected[index] = completed;
    }
    return projected;
  };
}

function compileAbstract(
  scope: Scope,
  type: GraphQLAbstractType,
  sets: readonly SelectionSetNode[],
  coordinate: string,
): Complete {
  const byType = new Map<unknown, Complete>();
  const interfaces = isInterfaceType(type) ? scope.schema.getImplementations(type).interfaces : [];
  for (const concrete of [...scope.schema.getPossibleTypes(type), ...interfaces])
    byType.set(
      concrete.name,
      compiledLate(() => compileObject(scope, concrete, sets, coordinate)),
    );
  // Where nothing depends on the concrete type no subgraph is asked for it, and one that sees the interface as an
  // object (@interfaceObject) gives the interface's own name.
  const untyped = compiledLate(() => compileObject(scope, type, sets, coordinate));
  byType.set(undefined, untyped);
  const isTypeNeeded = dependsOnType(scope.schema, scope.fragments, type, sets);
  byType.set(type.name, isTypeNeeded ? missingTypename(type.name) : untyped);
  return (value, run) => {
    const complete = byType.get(isObject(value) ? value.__typename : null);
    if (complete) return complete(value, run);
    run.violate(`The subgraph gave a type that clients do not know at ${coordinate}.`);
    return null;
  };
}

/** Most queries meet few of the types that an abstract type may be. */
function compiledLate(compile: () => Complete): Complete {
  let complete: Complete | undefined;
  return (value, run) => {
    complete ??= compile();
    return complete(value, run);
  };
}

function misshapen(run: ProjectionRun, expected: string, coordinate: string): null {
  run.violate(`The subgraph did not give ${expected} at ${coordinate}.`);
  return null;
}
