import {
  type ArgumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { ResponseKeys } from './response-keys.ts';
import type { Fragments } from './specialise.ts';
import type { VariableNames } from './variable-names.ts';

export interface PlannedNames {
  readonly keys: ResponseKeys;
  readonly variables: VariableNames;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Prints a specialised operation for the planner, under names that collide with nothing in the subgraphs. */
export function printPlanned(operation: OperationDefinitionNode, fragments: Fragments, names: PlannedNames): string {
  const planned = [...fragments.values()]
    .filter((fragment) => fragment.selectionSet.selections.length > 0)
    .map((fragment) => ({ ...fragment, selectionSet: renameSet(fragment.selectionSet, names) }));
  const variableDefinitions = (operation.variableDefinitions ?? []).map((definition) => renameIn(definition, names));
  const selectionSet = renameSet(operation.selectionSet, names);
  const renamed: OperationDefinitionNode = { ...operation, directives: [], variableDefinitions, selectionSet };
  return print({ kind: Kind.DOCUMENT, definitions: [renamed, ...planned] });
}

function renameSet(set: SelectionSetNode, names: PlannedNames): SelectionSetNode {
  // All fields of an object may be skipped; the object itself is still asked for.
  if (set.selections.length === 0) return { ...set, selections: [TYPENAME] };
  return { ...set, selections: set.selections.map((selection) => renameSelection(selection, names)) };
}

function renameSelection(selection: SelectionNode, names: PlannedNames): SelectionNode {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return { ...selection, directives: [] };
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return { ...selection, directives: [], selectionSet: renameSet(selection.selectionSet, names) };
  const { name, selectionSet } = selection;
  const key = names.keys.sourceKey(selection);
  return {
    kind: Kind.FIELD,
    name,
    ...(key !== name.value && { alias: { kind: Kind.NAME, value: key } }),
    arguments: (selection.arguments ?? []).map((argument) => renameIn(argument, names)),
    ...(selectionSet && { selectionSet: renameSet(selectionSet, names) }),
  };
}

function renameIn<Node extends ArgumentNode | VariableDefinitionNode>(node: Node, { variables }: PlannedNames): Node {
  return visit<Node>(node, {
    Variable: (variable) => ({
      ...variable,
      name: { ...variable.name, value: variables.toPlanned(variable.name.value) },
    }),
  });
}
