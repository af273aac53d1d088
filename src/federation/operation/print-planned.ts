import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { InterfaceObjects } from './interface-objects.ts';
import type { ResponseKeys } from './response-keys.ts';
import type { Fragments } from './specialise.ts';
import type { VariableNames } from './variable-names.ts';

export interface PlanningContext {
  readonly schema: GraphQLSchema;
  readonly interfaceObjects: InterfaceObjects;
  readonly fragments: Fragments;
  readonly keys: ResponseKeys;
  readonly variables: VariableNames;
}

type Type = GraphQLNamedType | null | undefined;

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Prints a specialised operation for the planner: the same question in the words that the planner gets right. */
export function printPlanned(operation: OperationDefinitionNode, context: PlanningContext): string {
  const { schema, fragments } = context;
  const planned = [...fragments.values()]
    .filter((fragment) => fragment.selectionSet.selections.length > 0)
    .map((fragment) => ({
      ...fragment,
      selectionSet: planSet(fragment.selectionSet, conditionOf(fragment, undefined, schema), context),
    }));
  const variableDefinitions = (operation.variableDefinitions ?? []).map((definition) => renameIn(definition, context));
  const selectionSet = planSet(operation.selectionSet, schema.getRootType(operation.operation), context);
  const renamed: OperationDefinitionNode = { ...operation, directives: [], variableDefinitions, selectionSet };
  return print({ kind: Kind.DOCUMENT, definitions: [renamed, ...planned] });
}

function planSet(set: SelectionSetNode, type: Type, context: PlanningContext): SelectionSetNode {
  // All fields of an object may be skipped; the object itself is still asked for.
  if (set.selections.length === 0) return { ...set, selections: [TYPENAME] };
  const selections = set.selections.flatMap((selection) => planSelection(selection, type, context));
  const key = type && context.interfaceObjects.get(type.name);
  if (!key || set.selections.every((selection) => selection.kind === Kind.FIELD)) return { ...set, selections };
  // What decides which fragments apply: the planner forgets to ask for it when nothing else needs it.
  return { ...set, selections: [...selections, ...key.selections] };
}

function planSelection(selection: SelectionNode, type: Type, context: PlanningContext): SelectionNode[] {
  if (selection.kind === Kind.FIELD) return [planField(selection, type, context)];
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.fragments.get(selection.name.value);
  if (!fragment) return [];
  const condition = conditionOf(fragment, type, context.schema);
  if (isInterfaceType(type) && condition !== type && context.interfaceObjects.has(type.name))
    return hoist(fragment, type, context);
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [{ ...selection, directives: [] }];
  return [{ ...selection, directives: [], selectionSet: planSet(selection.selectionSet, condition, context) }];
}

/**
 * Asks for what a fragment wants of an interface that some subgraph knows only as an object: its own fields for every
 * type, the rest for each type apart. Where such a subgraph gives different fields to several types of the interface,
 * the planner keeps one type and loses the others. The projection drops what one type gets too much.
 */
function hoist(
  fragment: InlineFragmentNode | FragmentDefinitionNode,
  parent: GraphQLInterfaceType,
  context: PlanningContext,
): SelectionNode[] {
  const hoisted = new Set<FieldNode>();
  const fragments: SelectionNode[] = [];
  for (const type of context.schema.getPossibleTypes(parent)) {
    const own: FieldNode[] = [];
    for (const field of flatten(fragment, type, context)) {
      if (field.name.value in parent.getFields()) hoisted.add(field);
      else own.push(field);
    }
    if (own.length === 0) continue;
    const selections = own.map((field) => planField(field, type, context));
    const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } } as const;
    fragments.push({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    });
  }
  return [...[...hoisted].map((field) => planField(field, parent, context)), ...fragments];
}

/** The fields of a fragment that apply to one concrete type. */
function flatten(
  fragment: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLNamedType,
  context: PlanningContext,
): FieldNode[] {
  const { schema, fragments } = context;
  const condition = conditionOf(fragment, type, schema);
  const applies =
    condition === type || (isObjectType(type) && isAbstractType(condition) && schema.isSubType(condition, type));
  if (!applies) return [];
  return fragment.selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inner ? flatten(inner, type, context) : [];
  });
}

function planField(field: FieldNode, parent: Type, context: PlanningContext): FieldNode {
  const { name, selectionSet } = field;
  const key = context.keys.sourceKey(field);
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value] : undefined;
  const type = definition && getNamedType(definition.type);
  return {
    kind: Kind.FIELD,
    name,
    ...(key !== name.value && { alias: { kind: Kind.NAME, value: key } }),
    arguments: (field.arguments ?? []).map((argument) => renameIn(argument, context)),
    ...(selectionSet && { selectionSet: planSet(selectionSet, type, context) }),
  };
}

function conditionOf(
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  parent: Type,
  schema: GraphQLSchema,
): Type {
  return typeCondition ? schema.getType(typeCondition.name.value) : parent;
}

function renameIn<Node extends ArgumentNode | VariableDefinitionNode>(
  node: Node,
  { variables }: PlanningContext,
): Node {
  return visit<Node>(node, {
    Variable: (variable) => ({
      ...variable,
      name: { ...variable.name, value: variables.toPlanned(variable.name.value) },
    }),
  });
}
