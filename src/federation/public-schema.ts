import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  isTypeDefinitionNode,
  type NamedTypeNode,
  parse,
  visit,
} from 'graphql';

/**
 * Builds the schema that clients see from a supergraph SDL. Custom scalars get the given implementations, so that a
 * wrong value is refused before anything is planned.
 */
export function buildPublicSchema(
  supergraphSdl: string,
  scalars: Readonly<Record<string, GraphQLScalarType>> = {},
): GraphQLSchema {
  const supergraph = dropReferencesToHidden(parse(supergraphSdl, { noLocation: true }));
  const schema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValid: true });
  for (const [name, implementation] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = implementation.parseValue;
    type.parseLiteral = implementation.parseLiteral;
    type.serialize = implementation.serialize;
  }
  return schema;
}

/** The transformation takes `@inaccessible` types away, but leaves them among a union's members and the `implements`. */
function dropReferencesToHidden(supergraph: DocumentNode): DocumentNode {
  const hidden = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    if (definition.directives?.some((directive) => directive.name.value === 'inaccessible'))
      hidden.add(definition.name.value);
  }
  if (hidden.size === 0) return supergraph;
  const shown = (types: readonly NamedTypeNode[] = []) => types.filter((type) => !hidden.has(type.name.value));
  return visit(supergraph, {
    UnionTypeDefinition: (union) => ({ ...union, types: shown(union.types) }),
    ObjectTypeDefinition: (object) => ({ ...object, interfaces: shown(object.interfaces) }),
    InterfaceTypeDefinition: (object) => ({ ...object, interfaces: shown(object.interfaces) }),
  });
}
