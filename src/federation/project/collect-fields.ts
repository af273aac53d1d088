import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { clientKey } from '../operation/response-keys.ts';
import type { Fragments } from '../operation/specialise.ts';

/** All selections of one response key on one type. */
export interface CollectedField {
  readonly responseKey: string;
  readonly name: string;
  readonly nodes: FieldNode[];
}

/**
 * Collects the fields that apply to a type, in the order of the specification (section 6.3.2). For an abstract type
 * these are the fields that apply to every object of it.
 */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): CollectedField[] {
  const fields = new Map<string, CollectedField>();
  const collectInto = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const responseKey = clientKey(selection);
        const field = fields.get(responseKey);
        if (field) field.nodes.push(selection);
        else fields.set(responseKey, { responseKey, name: selection.name.value, nodes: [selection] });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment && applies(schema, type, fragment.typeCondition?.name.value)) collectInto(fragment.selectionSet);
    }
  };
  for (const set of sets) collectInto(set);
  return [...fields.values()];
}

/** Tells whether objects of an abstract type differ in what is selected of them. */
export function dependsOnType(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLAbstractType,
  sets: readonly SelectionSetNode[],
): boolean {
  return sets.some((set) =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return false;
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment) return false;
      if (!applies(schema, type, fragment.typeCondition?.name.value)) return true;
      return dependsOnType(schema, fragments, type, [fragment.selectionSet]);
    }),
  );
}

function applies(schema: GraphQLSchema, type: GraphQLCompositeType, conditionName: string | undefined): boolean {
  if (conditionName === undefined || conditionName === type.name) return true;
  const condition = schema.getType(conditionName);
  if (!isAbstractType(condition)) return false;
  if (isObjectType(type) || isInterfaceType(type)) return schema.isSubType(condition, type);
  return schema.getPossibleTypes(type).every((member) => schema.isSubType(condition, member));
}
