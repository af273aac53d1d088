/**
 * The hub's own subgraph: who is logged in, and the registry of agencies. It calls no OPD, so no OPD's fault can empty
 * an answer, and it refuses to say of anyone else than the caller whether he exists.
 */
import { readFileSync } from 'node:fs';
import { HubError } from '../base/hub-error.ts';
import type { SubgraphModule } from '../subgraph/index.ts';
import { createCitizen } from './citizen.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { findOpd, listOpds } from './registry/opd-registry.ts';

const resolvers: Resolvers = {
  Query: {
    me: (_root, _args, { caller }) => (caller.kind === 'citizen' ? createCitizen(caller.nik) : null),
    citizen: (_root, { nik }, { caller }) => {
      if (caller.kind === 'citizen' && caller.nik === nik) return createCitizen(nik);
      throw new HubError('FORBIDDEN', 'A citizen reaches only himself.', { fix: 'Ask for me instead.' });
    },
    opds: () => [...listOpds()],
    opd: (_root, { code }) => findOpd(code) ?? null,
  },
};

export const citySubgraph: SubgraphModule = {
  name: 'city',
  sdl: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
  resolvers: resolvers as SubgraphModule['resolvers'],
  references: { Opd: ({ code }) => findOpd(String(code)) ?? null },
};

/** An agency's official name by its code. */
export function findOpdName(code: string): string | undefined {
  return findOpd(code)?.name;
}
