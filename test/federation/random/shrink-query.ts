import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

/** Makes a failing query as small as it can be while it still fails. */
export async function shrinkQuery(text: string, stillFails: (text: string) => Promise<boolean>): Promise<string> {
  let smallest = print(parse(text, { noLocation: true }));
  for (let progressed = true; progressed; ) {
    progressed = false;
    for (const candidate of candidates(parse(smallest, { noLocation: true }))) {
      if (candidate.length >= smallest.length || !(await stillFails(candidate))) continue;
      smallest = candidate;
      progressed = true;
      break;
    }
  }
  return smallest;
}

const REMOVABLE = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
]);

/** Every document that lacks one thing, the largest cuts first. */
function candidates(document: DocumentNode): string[] {
  let count = 0;
  visit(document, { enter: (node) => void (REMOVABLE.has(node.kind) && count++) });
  const texts = Array.from({ length: count }, (_, index) => removeNth(document, index));
  return [...texts, ...removeAliases(document)]
    .filter((text) => text.includes('query'))
    .sort((left, right) => left.length - right.length);
}

function removeNth(document: DocumentNode, wanted: number): string {
  let index = 0;
  const isEmpty = (node: { readonly selectionSet?: unknown }) => node.selectionSet === null;
  return tidy(
    visit(document, {
      enter: (node) => (REMOVABLE.has(node.kind) && index++ === wanted ? null : undefined),
      leave: (node) => {
        // What is left without any selection goes with its last one.
        if (node.kind === Kind.SELECTION_SET) return node.selections.length === 0 ? null : undefined;
        return isEmpty(node as { readonly selectionSet?: unknown }) ? null : undefined;
      },
    }),
  );
}

function removeAliases(document: DocumentNode): string[] {
  const texts: string[] = [];
  let count = 0;
  visit(document, { Field: (node) => void (node.alias && count++) });
  for (let wanted = 0; wanted < count; wanted++) {
    let index = 0;
    texts.push(
      tidy(
        visit(document, {
          Field: ({ alias, ...field }) => (alias && index++ === wanted ? field : undefined),
        }),
      ),
    );
  }
  return texts;
}

/** Drops the fragments and variables that nothing uses any more: a query with them would not be valid. */
function tidy(document: DocumentNode): string {
  let current = document;
  for (let size = -1; size !== current.definitions.length; ) {
    size = current.definitions.length;
    const spread = namesOf(current, Kind.FRAGMENT_SPREAD);
    current = {
      ...current,
      definitions: current.definitions.filter(
        (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || spread.has(definition.name.value),
      ),
    };
  }
  const bodies = current.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, variableDefinitions: [] } : definition,
  );
  const used = namesOf({ ...current, definitions: bodies }, Kind.VARIABLE);
  const operation = current.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const variableDefinitions = operation?.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return print({
    ...current,
    definitions: current.definitions.map((definition) =>
      definition === operation ? { ...operation, variableDefinitions: variableDefinitions ?? [] } : definition,
    ),
  });
}

function namesOf(document: DocumentNode, kind: typeof Kind.FRAGMENT_SPREAD | typeof Kind.VARIABLE): Set<string> {
  const names = new Set<string>();
  visit(document, { [kind]: (node: { readonly name: { readonly value: string } }) => void names.add(node.name.value) });
  return names;
}
