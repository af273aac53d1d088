import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { clientKey, type ResponseKeys } from './response-keys.ts';
import type { Fragments, SpecialisedOperation } from './specialise.ts';

export type ResponsePath = readonly (string | number)[];

/** Turns a path in the merged data into one of the client's answer. */
export type ToClientPath = (path: ResponsePath) => ResponsePath;

/**
 * Creates the translation of error paths. A path ends where it leaves what the client asked for: a field that only a
 * key or a `@requires` fetched has no place in the answer, so its error belongs to the object that holds it.
 */
export function createToClientPath({ operation, fragments }: SpecialisedOperation, keys: ResponseKeys): ToClientPath {
  return (path) => {
    const translated: (string | number)[] = [];
    let sets: SelectionSetNode[] = [operation.selectionSet];
    for (const segment of path) {
      if (typeof segment === 'number') {
        translated.push(segment);
        continue;
      }
      const fields = sets.flatMap((set) => findFields(set, fragments, (field) => keys.sourceKey(field) === segment));
      const [first] = fields;
      if (!first) break;
      translated.push(clientKey(first));
      sets = fields.flatMap((field) => (field.selectionSet ? [field.selectionSet] : []));
    }
    return translated;
  };
}

function findFields(set: SelectionSetNode, fragments: Fragments, wanted: (field: FieldNode) => boolean): FieldNode[] {
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return wanted(selection) ? [selection] : [];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment ? findFields(fragment.selectionSet, fragments, wanted) : [];
  });
}
