import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { GraphQLError, parse } from 'graphql';
import { HubError } from '../base/hub-error.ts';
import { markExternal } from './mark-external.ts';

export interface SubgraphDefinition {
  readonly name: string;
  /** Federation 2 SDL, with its `@link`. */
  readonly sdl: string;
  /** Where other routers may reach it; in-process subgraphs have none. */
  readonly url?: string;
}

/**
 * Composes subgraphs into a Federation 2 supergraph SDL.
 * @throws HubError CONFIG_INVALID listing every problem as `subgraph: what is wrong, at which coordinate`.
 */
export function composeSupergraph(subgraphs: readonly SubgraphDefinition[]): string {
  const services = subgraphs.map(({ name, sdl, url }) => ({
    name,
    url: url ?? `local:${name}`,
    typeDefs: parseSdl(name, sdl),
  }));
  const result = composeServices(services);
  if (compositionHasErrors(result)) {
    const problems = result.errors.map((error) => `  - ${describe(error)}`);
    throw new HubError('CONFIG_INVALID', `The subgraphs do not compose:\n${problems.join('\n')}`, {
      fix: 'Change the schema.graphql of the subgraph named first on each line, then run: npm run hub -- schema compose',
    });
  }
  return markExternal(result.supergraphSdl, services);
}

function parseSdl(name: string, sdl: string) {
  try {
    return parse(sdl);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const at = error.locations?.[0];
    throw new HubError('CONFIG_INVALID', `${name}: ${error.message}${at ? ` at line ${at.line}` : ''}`, {
      cause: error,
    });
  }
}

function describe(error: GraphQLError): string {
  const subgraph = error.extensions?.service ?? error.extensions?.subgraph;
  const code = error.extensions?.code;
  const message = error.message.replace(/\s+/g, ' ');
  return `${typeof subgraph === 'string' ? `${subgraph}: ` : ''}${message}${typeof code === 'string' ? ` (${code})` : ''}`;
}
