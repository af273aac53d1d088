import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { both, type Condition, compileCondition } from './conditions.ts';

/** The selections of one response key on one concrete type, each with the condition under which it counts. */
export interface CollectedField {
  readonly responseKey: string;
  readonly name: string;
  readonly selections: { readonly node: FieldNode; readonly condition: Condition }[];
}

export interface ConditionalSelectionSet {
  readonly selectionSet: SelectionSetNode;
  readonly condition: Condition;
}

/** Collects the fields that apply to a concrete type, in the order of the specification (section 6.3.2). */
export function collectFields(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: GraphQLObjectType,
  sets: readonly ConditionalSelectionSet[],
): CollectedField[] {
  const fields = new Map<string, CollectedField>();
  for (const set of sets) collectInto(fields, schema, fragments, type, set);
  return [...fields.values()];
}

function collectInto(
  fields: Map<string, CollectedField>,
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: GraphQLObjectType,
  { selectionSet, condition: outer }: ConditionalSelectionSet,
): void {
  for (const selection of selectionSet.selections) {
    const condition = both(outer, compileCondition(selection.directives));
    if (selection.kind === Kind.FIELD) {
      const responseKey = selection.alias?.value ?? selection.name.value;
      const field = fields.get(responseKey);
      if (field) field.selections.push({ node: selection, condition });
      else
        fields.set(responseKey, {
          responseKey,
          name: selection.name.value,
          selections: [{ node: selection, condition }],
        });
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment || !applies(schema, type, fragment.typeCondition?.name.value)) continue;
    collectInto(fields, schema, fragments, type, { selectionSet: fragment.selectionSet, condition });
  }
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, conditionName: string | undefined): boolean {
  if (conditionName === undefined || conditionName === type.name) return true;
  const condition = schema.getType(conditionName);
  return isAbstractType(condition) && schema.isSubType(condition, type);
}
