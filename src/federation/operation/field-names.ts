import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What the aliases of an operation may collide with inside its subgraphs. */
export interface FieldNames {
  /** Every field of the supergraph, hidden ones included: any of them may be fetched as part of a key. */
  readonly all: ReadonlySet<string>;
  /** Those that some `@requires` fetches with arguments of its own. */
  readonly requiredWithArguments: ReadonlySet<string>;
}

/** Reads the names that matter to aliases from a supergraph SDL, once. */
export function readFieldNames(supergraphSdl: string): FieldNames {
  const all = new Set<string>();
  const requiredWithArguments = new Set<string>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    for (const field of fieldsOf(definition)) {
      all.add(field.name.value);
      for (const directive of field.directives ?? []) {
        const required = requiredBy(directive);
        if (required) collectWithArguments(required, requiredWithArguments);
      }
    }
  }
  return { all, requiredWithArguments };
}

function fieldsOf(definition: DefinitionNode): readonly FieldDefinitionNode[] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return definition.fields ?? [];
}

function requiredBy(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  if (directive.name.value !== 'join__field') return undefined;
  const value = directive.arguments?.find((argument) => argument.name.value === 'requires')?.value;
  if (value?.kind !== Kind.STRING) return undefined;
  const [operation] = parse(`{${value.value}}`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

function collectWithArguments(set: SelectionSetNode, names: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD && selection.arguments?.length) names.add(selection.name.value);
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet)
      collectWithArguments(selection.selectionSet, names);
  }
}
