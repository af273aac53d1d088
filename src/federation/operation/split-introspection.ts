import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface SplitOperation {
  /** What the subgraphs answer, or undefined when nothing is left for them. */
  readonly planned: OperationDefinitionNode | undefined;
  /** What the public schema itself answers, or undefined when introspection was not asked for. */
  readonly introspected: OperationDefinitionNode | undefined;
}

type Belongs = (fieldName: string) => boolean;

const isIntrospection: Belongs = (name) => name === '__schema' || name === '__type';
// The planner leaves __typename of the root out of a plan, and fails on a plan of nothing else.
const isPlanned: Belongs = (name) => !isIntrospection(name) && name !== '__typename';

/** Parts an operation into what is planned and what introspection answers: no planner can plan `__schema`. */
export function splitIntrospection(document: DocumentNode, operation: OperationDefinitionNode): SplitOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return {
    planned: keepRootFields(operation, fragments, isPlanned),
    introspected: keepRootFields(operation, fragments, isIntrospection),
  };
}

function keepRootFields(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  belongs: Belongs,
): OperationDefinitionNode | undefined {
  const selectionSet = filterSelections(operation.selectionSet, fragments, belongs);
  return selectionSet && { ...operation, selectionSet };
}

function filterSelections(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  belongs: Belongs,
): SelectionSetNode | undefined {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return belongs(selection.name.value) ? [selection] : [];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const inner = fragment && filterSelections(fragment.selectionSet, fragments, belongs);
    if (!fragment || !inner) return [];
    const { typeCondition } = fragment;
    const directives = selection.directives ?? [];
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: inner, ...(typeCondition && { typeCondition }) }];
  });
  return selections.length > 0 ? { ...set, selections } : undefined;
}
