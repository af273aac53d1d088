import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/** Finds what this engine does not do, so that it is refused with its reason instead of being passed over. */
export function findRefusal(document: DocumentNode): GraphQLError | undefined {
  let refusal: GraphQLError | undefined;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value === 'defer' || name.value === 'stream')
        refusal ??= refuse(`The directive @${name.value} is not supported: ask for the fields in a second query.`);
    },
    Field: ({ alias }) => {
      // Names that begin with two underscores belong to introspection (specification section 2.1.9); this one would
      // also change the prototype of the answer.
      if (alias?.kind === Kind.NAME && alias.value === '__proto__') refusal ??= refuse('No alias may be __proto__.');
    },
  });
  return refusal;
}

function refuse(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
