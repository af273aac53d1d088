import { parse, print, visit } from 'graphql';

const ACCESS_RULES = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * A subgraph's SDL without its access rules. Apollo Gateway refuses a supergraph that has them, and the bench asks no
 * peer to check any; the subgraph itself keeps its guards.
 */
export function withoutAccessRules(sdl: string): string {
  const document = visit(parse(sdl), {
    Directive: (node) => (ACCESS_RULES.has(node.name.value) ? null : undefined),
    ListValue: (node) => ({
      ...node,
      values: node.values.filter((one) => !('value' in one && ACCESS_RULES.has(String(one.value).slice(1)))),
    }),
  });
  return print(document);
}
