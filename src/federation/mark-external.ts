import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

/** A subgraph as it was composed. */
export interface ComposedSubgraph {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * Marks in a supergraph the fields that a subgraph's `@interfaceObject` only declares (`@external`). Where all subgraphs
 * have the field the composition forgets the mark, and the planner asks that subgraph for a field that it cannot give.
 */
export function markExternal(supergraphSdl: string, subgraphs: readonly ComposedSubgraph[]): string {
  const external = findExternal(subgraphs);
  if (external.size === 0) return supergraphSdl;
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const names = graphNames(supergraph);
  const marked = visit(supergraph, {
    InterfaceTypeDefinition: (type) => ({
      ...type,
      fields: (type.fields ?? []).map((field) => {
        const owners = external.get(`${type.name.value}.${field.name.value}`);
        return owners && !hasDirective(field, 'join__field') ? markField(type, field, owners, names) : field;
      }),
    }),
  });
  return print(marked);
}

function markField(
  type: InterfaceTypeDefinitionNode,
  field: FieldDefinitionNode,
  owners: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): FieldDefinitionNode {
  const graphs = (type.directives ?? [])
    .filter((directive) => directive.name.value === 'join__type')
    .map((directive) => argumentOf(directive, 'graph'));
  const joins = [...new Set(graphs)].map((graph) => {
    const mark = owners.has(names.get(graph ?? '') ?? '') ? ', external: true' : '';
    return `@join__field(graph: ${graph}${mark})`;
  });
  const [scalar] = parse(`scalar S ${joins.join(' ')}`, { noLocation: true }).definitions;
  const added = scalar?.kind === Kind.SCALAR_TYPE_DEFINITION ? (scalar.directives ?? []) : [];
  return { ...field, directives: [...(field.directives ?? []), ...added] };
}

/** `Type.field` of every external field of an interface object, with the subgraphs that say so. */
function findExternal(subgraphs: readonly ComposedSubgraph[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, typeDefs } of subgraphs) {
    for (const definition of typeDefs.definitions) {
      const isObject =
        definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
      if (!isObject || !hasDirective(definition, 'interfaceObject')) continue;
      for (const field of definition.fields ?? []) {
        if (!hasDirective(field, 'external')) continue;
        const coordinate = `${definition.name.value}.${field.name.value}`;
        found.set(coordinate, (found.get(coordinate) ?? new Set()).add(name));
      }
    }
  }
  return found;
}

/** A subgraph may import Federation's directives or write them with their prefix. */
function hasDirective(
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
) {
  return directives?.some(({ name: { value } }) => value === name || value === `federation__${name}`) ?? false;
}

function graphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  visit(supergraph, {
    EnumValueDefinition: ({ name, directives }) => {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      const given = graph && argumentOf(graph, 'name');
      if (given !== undefined) names.set(name.value, given);
    },
  });
  return names;
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : undefined;
}
