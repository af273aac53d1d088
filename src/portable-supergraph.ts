import { parse, print, visit } from 'graphql';
import { HubError } from './base/hub-error.ts';
import { composeSupergraph } from './federation/index.ts';
import { listCommittedSubgraphs } from './hub.ts';

const ACCESS_RULES = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * Composes a supergraph that any router can serve over subgraphs on servers of their own: with their addresses, and
 * without the access rules. Those some routers refuse and others would enforce by tokens that are not the hub's; each
 * subgraph enforces its own whoever asks.
 * @throws HubError BAD_USER_INPUT naming each subgraph whose address is missing, and each address whose subgraph is.
 */
export function composePortableSupergraph(urls: ReadonlyMap<string, string>): string {
  const subgraphs = listCommittedSubgraphs();
  const names = subgraphs.map(({ name }) => name);
  refuse(
    'no address is given for',
    names.filter((name) => !urls.has(name)),
  );
  refuse(
    'there is no subgraph',
    [...urls.keys()].filter((name) => !names.includes(name)),
  );
  return composeSupergraph(
    subgraphs.map(({ name, sdl }) => ({ name, sdl: withoutAccessRules(sdl), url: urls.get(name) ?? '' })),
  );
}

function refuse(problem: string, names: readonly string[]): void {
  if (names.length === 0) return;
  throw new HubError(
    'BAD_USER_INPUT',
    `A portable supergraph needs every subgraph's address: ${problem} ${names.join(', ')}`,
    {
      fix: 'Give each like this: --url city=http://127.0.0.1:4101/graphql, or set HUB_SUBGRAPH_<OPD>_URL.',
    },
  );
}

function withoutAccessRules(sdl: string): string {
  const document = visit(parse(sdl), {
    Directive: ({ name }) => (ACCESS_RULES.has(name.value) ? null : undefined),
    // The list of directives that the subgraph imports from Federation.
    ListValue: (list) => ({
      ...list,
      values: list.values.filter((one) => !('value' in one && ACCESS_RULES.has(String(one.value).slice(1)))),
    }),
  });
  return print(document);
}
