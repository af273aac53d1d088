import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Fragments, SpecialisedOperation } from './specialise.ts';

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
export function splitIntrospection({ operation, fragments }: SpecialisedOperation): SplitOperation {
  return {
    planned: keepRootFields(operation, fragments, isPlanned),
    introspected: keepRootFields(operation, fragments, isIntrospection),
  };
}

function keepRootFields(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  belongs: Belongs,
): OperationDefinitionNode | undefined {
  const selections = filterSelections(operation.selectionSet, fragments, belongs);
  return selections.length > 0 ? { ...operation, selectionSet: { ...operation.selectionSet, selections } } : undefined;
}

/** Opens the fragments of the root: all of them are of the root's own type, or of one that it implements. */
function filterSelections(set: SelectionSetNode, fragments: Fragments, belongs: Belongs): SelectionNode[] {
  return set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return belongs(selection.name.value) ? [selection] : [];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment ? filterSelections(fragment.selectionSet, fragments, belongs) : [];
  });
}
