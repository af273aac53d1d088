import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** An operation in which nothing is left to decide: no `@skip`, no `@include`. A selection set may be empty. */
export interface SpecialisedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

/** Lists the fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** Lists the variables that decide what an operation selects, in the order of their first use. */
export function conditionVariables(operation: OperationDefinitionNode, fragments: Fragments): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const visitSet = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      for (const directive of selection.directives ?? []) {
        const value = conditionOf(directive);
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) visitSet(selection.selectionSet);
        continue;
      }
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (!fragment || seen.has(name)) continue;
      seen.add(name);
      visitSet(fragment.selectionSet);
    }
  };
  visitSet(operation.selectionSet);
  return [...names];
}

/**
 * Applies `@skip` and `@include` for given values of the variables (specification section 6.3.2), so that plan and
 * projection are made for exactly what is asked and decide nothing per request.
 */
export function specialise(
  operation: OperationDefinitionNode,
  all: Fragments,
  variables: Readonly<Record<string, unknown>>,
): SpecialisedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();

  const specialiseSet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection) => {
      const directives = selection.directives ?? [];
      if (!directives.every((directive) => isKept(directive, variables))) return [];
      const kept = specialiseSelection(selection);
      return kept ? [{ ...kept, directives: directives.filter((directive) => !conditionOf(directive)) }] : [];
    }),
  });

  const specialiseSelection = (selection: SelectionNode): SelectionNode | undefined => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = specialiseFragment(selection.name.value);
      return fragment && fragment.selectionSet.selections.length > 0 ? selection : undefined;
    }
    if (!selection.selectionSet) return selection;
    const selectionSet = specialiseSet(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT && selectionSet.selections.length === 0) return undefined;
    return { ...selection, selectionSet };
  };

  const specialiseFragment = (name: string): FragmentDefinitionNode | undefined => {
    const known = fragments.get(name);
    const fragment = all.get(name);
    if (known || !fragment) return known;
    const specialised = { ...fragment, selectionSet: specialiseSet(fragment.selectionSet) };
    fragments.set(name, specialised);
    return specialised;
  };

  return { operation: { ...operation, selectionSet: specialiseSet(operation.selectionSet) }, fragments };
}

function isKept(directive: DirectiveNode, variables: Readonly<Record<string, unknown>>): boolean {
  const value = conditionOf(directive);
  if (!value) return true;
  const holds = value.kind === Kind.VARIABLE ? variables[value.name.value] === true : isTrue(value);
  return holds === (directive.name.value === 'include');
}

function isTrue(value: NonNullable<ReturnType<typeof conditionOf>>): boolean {
  return value.kind === Kind.BOOLEAN && value.value;
}

function conditionOf(directive: DirectiveNode) {
  const name = directive.name.value;
  if (name !== 'skip' && name !== 'include') return undefined;
  return directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
}
