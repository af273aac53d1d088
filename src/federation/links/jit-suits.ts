import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

/**
 * Fields that a function may be generated for. A hundred take a few milliseconds; graphql-jit writes an abstract type's
 * selections once for each of its types, so eight nested interfaces of four types take it half a minute.
 */
const MAX_FIELDS = 500;

/** Tells whether graphql-jit compiles an operation in reasonable time; it never ends on an input type within itself. */
export function jitSuits(schema: GraphQLSchema, document: DocumentNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const budget = { fields: MAX_FIELDS };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const variable of definition.variableDefinitions ?? []) {
      const type = typeFromAST(schema, variable.type);
      if (type && isRecursive(getNamedType(type) as GraphQLInputType, [])) return false;
    }
    spend(schema, fragments, definition.selectionSet, schema.getRootType(definition.operation), budget);
  }
  return budget.fields > 0;
}

function isRecursive(type: GraphQLInputType, ancestors: readonly GraphQLInputType[]): boolean {
  if (!isInputObjectType(type)) return false;
  if (ancestors.includes(type)) return true;
  const path = [...ancestors, type];
  return Object.values(type.getFields()).some((field) => isRecursive(getNamedType(field.type), path));
}

function spend(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  set: SelectionSetNode,
  type: GraphQLNamedType | null | undefined,
  budget: { fields: number },
): void {
  const concrete = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  for (const parent of concrete) {
    for (const selection of set.selections) {
      if (budget.fields <= 0) return;
      if (selection.kind === Kind.FIELD) {
        budget.fields--;
        const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
        const field = fields[selection.name.value];
        if (field && selection.selectionSet)
          spend(schema, fragments, selection.selectionSet, getNamedType(field.type), budget);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment && applies(schema, fragment.typeCondition?.name.value, parent))
        spend(schema, fragments, fragment.selectionSet, parent, budget);
    }
  }
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLNamedType | null | undefined) {
  if (!condition || !isObjectType(type) || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return (isInterfaceType(abstract) || isUnionType(abstract)) && schema.isSubType(abstract, type);
}
