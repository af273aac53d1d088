import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLScalarType, type GraphQLSchema, isScalarType, parse } from 'graphql';

/**
 * Builds the schema that clients see from a supergraph SDL. Custom scalars get the given implementations, so that a
 * wrong value is refused before anything is planned.
 */
export function buildPublicSchema(
  supergraphSdl: string,
  scalars: Readonly<Record<string, GraphQLScalarType>> = {},
): GraphQLSchema {
  const publicSdl = transformSupergraphToPublicSchema(parse(supergraphSdl, { noLocation: true }));
  const schema = buildASTSchema(publicSdl, { assumeValid: true });
  for (const [name, implementation] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = implementation.parseValue;
    type.parseLiteral = implementation.parseLiteral;
    type.serialize = implementation.serialize;
  }
  return schema;
}
