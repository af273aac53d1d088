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
import { HubError } from '../base/hub-error.ts';

/**
 * Builds the schema that clients see from a supergraph SDL. Custom scalars get the given implementations, so that a
 * wrong value is refused before anything is planned.
 * @throws HubError CONFIG_INVALID when no schema can be made of it.
 */
export function buildPublicSchema(
  supergraphSdl: string,
  scalars: Readonly<Record<string, GraphQLScalarType>> = {},
): GraphQLSchema {
  const schema = buildSchema(supergraphSdl);
  for (const [name, implementation] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = implementation.parseValue;
    type.parseLiteral = implementation.parseLiteral;
    type.serialize = implementation.serialize;
  }
  return schema;
}

function buildSchema(supergraphSdl: string): GraphQLSchema {
  try {
    const supergraph = dropReferencesToHidden(parse(supergraphSdl, { noLocation: true }));
    return buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValid: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : 'unknown reason';
    throw new HubError('CONFIG_INVALID', `The supergraph cannot be read: ${reason}`, { cause });
  }
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
