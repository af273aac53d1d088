import type { Resolvers } from './generated/resolver-types.ts';

/** Puts the resolvers of the subgraph's parts together, type by type. @throws Error when two parts answer the same field. */
export function combineResolvers(parts: readonly Partial<Resolvers>[]): Resolvers {
  const combined: Record<string, Record<string, unknown>> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) {
      const known = combined[type] ?? {};
      combined[type] = known;
      for (const [field, resolver] of Object.entries(fields as Record<string, unknown>)) {
        if (field in known) throw new Error(`Two parts of the city answer ${type}.${field}`);
        known[field] = resolver;
      }
    }
  }
  return combined as Resolvers;
}
