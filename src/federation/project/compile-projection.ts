import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { isObject } from '../execute/merge.ts';
import { type CollectedField, type ConditionalSelectionSet, collectFields } from './collect-fields.ts';
import { type Condition, either } from './conditions.ts';
import { INVALID, type ProjectionRun } from './projection-run.ts';

/** Picks from merged data exactly what the client asked for. */
export type Projector = (data: Record<string, unknown>, run: ProjectionRun) => Record<string, unknown> | null;

type Complete = (value: unknown, run: ProjectionRun) => unknown;
type ProjectField = { readonly key: string; readonly condition: Condition; readonly complete: Complete };

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Compiles the selections of an operation, once, into a function that projects merged data onto them. */
export function compileProjection(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
): Projector {
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw new Error(`The schema has no ${operation.operation} type`);
  const sets = [{ selectionSet: operation.selectionSet, condition: undefined }];
  const projectRoot = compileObject({ schema, fragments }, rootType, sets);
  return (data, run) => {
    const projected = projectRoot(data, run);
    return projected === INVALID ? null : (projected as Record<string, unknown>);
  };
}

function compileObject(scope: Scope, type: GraphQLObjectType, sets: readonly ConditionalSelectionSet[]): Complete {
  const collected = collectFields(scope.schema, scope.fragments, type, sets);
  const fields: ProjectField[] = collected.map((field) => ({
    key: field.responseKey,
    condition: either(field.selections.map((selection) => selection.condition)),
    complete: compileField(scope, type, field),
  }));
  return (value, run) => {
    if (!isObject(value)) return null;
    const projected: Record<string, unknown> = {};
    for (let index = 0; index < fields.length; index++) {
      const { key, condition, complete } = fields[index] as ProjectField;
      if (condition && !condition(run.variables)) continue;
      run.path?.push(key);
      const completed = complete(value[key], run);
      run.path?.pop();
      if (completed === INVALID) return INVALID;
      projected[key] = completed;
    }
    return projected;
  };
}

function compileField(scope: Scope, parent: GraphQLObjectType, field: CollectedField): Complete {
  if (field.name === '__typename') return () => parent.name;
  // Introspection is answered by graphql-js and arrives complete.
  if (field.name === '__schema' || field.name === '__type') return (value) => value ?? null;
  const definition = parent.getFields()[field.name];
  if (!definition) throw new Error(`The schema has no field ${parent.name}.${field.name}`);
  const sets = field.selections.flatMap(({ node, condition }) =>
    node.selectionSet ? [{ selectionSet: node.selectionSet, condition }] : [],
  );
  return compileType(scope, definition.type, sets, `${parent.name}.${field.name}`);
}

function compileType(
  scope: Scope,
  type: GraphQLOutputType,
  sets: readonly ConditionalSelectionSet[],
  coordinate: string,
): Complete {
  if (isNonNullType(type)) {
    const inner = compileType(scope, type.ofType, sets, coordinate);
    return (value, run) => {
      const completed = inner(value, run);
      if (completed !== null && completed !== undefined) return completed;
      run.violate(`Cannot return null for non-nullable field ${coordinate}.`);
      return INVALID;
    };
  }
  if (isListType(type)) return nullable(compileList(compileType(scope, type.ofType, sets, coordinate)));
  const named = getNamedType(type);
  if (isEnumType(named)) {
    // A subgraph may know values that are @inaccessible to clients.
    const known = new Set(named.getValues().map((value) => value.name));
    return (value, run) => {
      if (value === null || value === undefined) return null;
      if (known.has(value as string)) return value;
      run.violate(`Enum ${named.name} has no value for what the subgraph gave at ${coordinate}.`);
      return null;
    };
  }
  if (sets.length === 0) return (value) => value ?? null;
  if (isObjectType(named)) return nullable(compileObject(scope, named, sets));
  return nullable(compileAbstract(scope, named.name, sets));
}

/** Turns an invalid value into null where the type allows it, which is where propagation ends. */
function nullable(complete: Complete): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    const completed = complete(value, run);
    return completed === INVALID ? null : completed;
  };
}

function compileList(completeItem: Complete): Complete {
  return (value, run) => {
    if (!Array.isArray(value)) return null;
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

function compileAbstract(scope: Scope, typeName: string, sets: readonly ConditionalSelectionSet[]): Complete {
  const byType = new Map<string, Complete>();
  return (value, run) => {
    const concrete = isObject(value) ? value.__typename : undefined;
    if (typeof concrete !== 'string') return null;
    let complete = byType.get(concrete);
    if (!complete) {
      const type = scope.schema.getType(concrete);
      if (!isObjectType(type)) {
        run.violate(`The subgraph gave a type that clients do not know for ${typeName}.`);
        return null;
      }
      complete = compileObject(scope, type, sets);
      byType.set(concrete, complete);
    }
    return complete(value, run);
  };
}
