import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { addCosts, type Cost, multiplyCosts, shareCost } from './cost.ts';
import { ASSUMED_SIZE, findListSize, readVariableDefaults, type VariableDefaults } from './list-size.ts';

/** An upper estimate of the objects that an answer can hold. */
export type ListCost = (variables: Readonly<Record<string, unknown>> | null | undefined) => number;

/**
 * What a selection set costs where it stands. Lists without a size of their own are kept apart, because a field above
 * them may give it: `permits(first: 5) { edges { … } }`.
 */
interface SetCost {
  readonly fixed: Cost;
  /** To be multiplied by the size of those lists. */
  readonly unsized: Cost;
}

const FREE: SetCost = { fixed: 0, unsized: 0 };

/**
 * Compiles the estimate for one operation: objects, and entries of lists of scalars, each list multiplying what is below
 * it. Fragments add up even where only one of them can apply, conditions are taken to include, and introspection costs
 * nothing. A constant when no variable is a slicing argument.
 */
export function compileListCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ListCost {
  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const compile = createSetCompiler(schema, document, readVariableDefaults(operation));
  const cost = resolveSize(compile(root, operation.selectionSet), ASSUMED_SIZE);
  if (typeof cost === 'number') return () => cost;
  return (variables) => cost({ variables: variables ?? {}, known: new Map() });
}

type CompileSet = (type: GraphQLCompositeType, set: SelectionSetNode) => SetCost;

function createSetCompiler(schema: GraphQLSchema, document: DocumentNode, defaults: VariableDefaults): CompileSet {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const compiled = new Map<string, SetCost>();

  const compileSet: CompileSet = (type, { selections }) => {
    const costs = selections.map((selection) => compileSelection(type, selection));
    return { fixed: addCosts(costs.map(({ fixed }) => fixed)), unsized: addCosts(costs.map(({ unsized }) => unsized)) };
  };
  const compileSelection = (type: GraphQLCompositeType, selection: SelectionNode): SetCost => {
    if (selection.kind === Kind.FIELD) return compileField(type, selection, defaults, compileSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return compileFragment(selection.name.value);
    const { typeCondition, selectionSet } = selection;
    return compileOn(typeCondition ? typeCondition.name.value : type.name, selectionSet);
  };
  const compileOn = (typeName: string, set: SelectionSetNode): SetCost => {
    const type = schema.getType(typeName);
    return isCompositeType(type) ? compileSet(type, set) : FREE;
  };
  const compileFragment = (name: string): SetCost => {
    const known = compiled.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // Within itself a fragment is free: no valid document has that, and a hostile one must not end the process.
    compiled.set(name, FREE);
    if (!fragment) return FREE;
    const { fixed, unsized } = compileOn(fragment.typeCondition.name.value, fragment.selectionSet);
    const cost = { fixed: shareCost(fixed), unsized: shareCost(unsized) };
    compiled.set(name, cost);
    return cost;
  };
  return compileSet;
}

function compileField(
  parent: GraphQLCompositeType,
  field: FieldNode,
  defaults: VariableDefaults,
  compileSet: CompileSet,
): SetCost {
  // Introspection fields are not among a type's own, and so free.
  const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
  if (!definition) return FREE;
  const type = getNamedType(definition.type);
  const below = isCompositeType(type) && field.selectionSet ? compileSet(type, field.selectionSet) : FREE;
  const size = findListSize(definition, field, defaults);
  const levels = countListLevels(definition.type);
  if (levels === 0) {
    if (!isCompositeType(type)) return FREE;
    return { fixed: addCosts([1, resolveSize(below, size ?? ASSUMED_SIZE)]), unsized: 0 };
  }
  const entry = addCosts([1, resolveSize(below, ASSUMED_SIZE)]);
  // A slicing argument bounds the outer list; what the lists within it hold is not known.
  const outerEntry = multiplyCosts(ASSUMED_SIZE ** (levels - 1), entry);
  return size === undefined
    ? { fixed: 0, unsized: outerEntry }
    : { fixed: multiplyCosts(size, outerEntry), unsized: 0 };
}

function resolveSize({ fixed, unsized }: SetCost, size: Cost): Cost {
  return addCosts([fixed, multiplyCosts(size, unsized)]);
}

function countListLevels(type: GraphQLOutputType): number {
  let levels = 0;
  let inner = getNullableType(type);
  while (isListType(inner)) {
    levels += 1;
    inner = getNullableType(inner.ofType);
  }
  return levels;
}
