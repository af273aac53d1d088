import { type FieldNode, Kind, print, type SelectionSetNode } from 'graphql';
import type { FieldNames } from './field-names.ts';
import type { SpecialisedOperation } from './specialise.ts';

/** Under which keys the subgraphs are asked for the fields of one operation. */
export interface ResponseKeys {
  /** The key of a field in the merged data; not always the client's. */
  sourceKey(field: FieldNode): string;
}

/** The client's key of a field: its alias, or its name. */
export function clientKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

/**
 * Gives every field of an operation a key that means the same field with the same arguments wherever it stands.
 * A client's alias may be the name of another field that a key or a `@requires` needs (`upc: name`), and two branches
 * of a union may use one alias for two things; in the merged data either would be overwritten.
 */
export function assignResponseKeys({ operation, fragments }: SpecialisedOperation, names: FieldNames): ResponseKeys {
  const fields: FieldNode[] = [];
  collectAll(operation.selectionSet, fields);
  for (const fragment of fragments.values()) collectAll(fragment.selectionSet, fields);

  const signatures = new Map<string, Set<string>>();
  for (const field of fields) {
    const key = clientKey(field);
    const known = signatures.get(key);
    if (known) known.add(signatureOf(field));
    else signatures.set(key, new Set([signatureOf(field)]));
  }

  const hidden = new Map<string, string>();
  const sources = new Map<FieldNode, string>();
  for (const field of fields) {
    const key = clientKey(field);
    if (!mustHide(field, key, names, (signatures.get(key)?.size ?? 0) > 1)) continue;
    const signature = `${key}:${signatureOf(field)}`;
    const internal = hidden.get(signature) ?? `_h${hidden.size}`;
    hidden.set(signature, internal);
    sources.set(field, internal);
  }
  return { sourceKey: (field) => sources.get(field) ?? plainKey(field) };
}

// The planner asks for the type's name under its own name, so that is where it is found.
function plainKey(field: FieldNode): string {
  return field.name.value === '__typename' ? '__typename' : clientKey(field);
}

function mustHide(field: FieldNode, key: string, names: FieldNames, isAmbiguous: boolean): boolean {
  const name = field.name.value;
  if (name.startsWith('__')) return false;
  if (key === name) {
    if (names.requiredWithArguments.has(name)) return true;
    return isAmbiguous && (field.arguments?.length ?? 0) > 0;
  }
  // The planner's own aliases begin with an underscore.
  return isAmbiguous || key.startsWith('_') || names.all.has(key);
}

function signatureOf(field: FieldNode): string {
  const given = (field.arguments ?? []).map((argument) => print(argument)).sort();
  return `${field.name.value}(${given.join(',')})`;
}

function collectAll(set: SelectionSetNode, into: FieldNode[]): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      // Introspection never reaches a subgraph.
      if (selection.name.value === '__schema' || selection.name.value === '__type') continue;
      into.push(selection);
    }
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) collectAll(selection.selectionSet, into);
  }
}
