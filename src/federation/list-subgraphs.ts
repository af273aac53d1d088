import { type ConstDirectiveNode, GraphQLError, Kind, parse } from 'graphql';
import { HubError } from '../base/hub-error.ts';

/** A subgraph as a supergraph names it. */
export interface NamedSubgraph {
  readonly name: string;
  /** Where it answers; empty where the supergraph does not say. */
  readonly url: string;
}

/**
 * Lists the subgraphs of a supergraph SDL (`join__Graph`).
 * @throws HubError CONFIG_INVALID when it is not the SDL of a supergraph.
 */
export function listSubgraphs(supergraphSdl: string): NamedSubgraph[] {
  for (const definition of parseSdl(supergraphSdl).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    return (definition.values ?? []).map(({ name, directives }) => {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      return { name: textOf(graph, 'name') ?? name.value, url: textOf(graph, 'url') ?? '' };
    });
  }
  throw new HubError('CONFIG_INVALID', 'This is not a supergraph: it has no join__Graph', {
    fix: 'Compose your subgraphs into a Federation 2 supergraph first',
  });
}

function parseSdl(sdl: string) {
  try {
    return parse(sdl);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line;
    const reason = error.message.replace(/\.$/, '');
    throw new HubError('CONFIG_INVALID', `The supergraph does not parse: ${reason}${line ? `, line ${line}` : ''}`, {
      cause: error,
    });
  }
}

function textOf(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
