/**
 * The hub's own subgraph: who is logged in, and the registry of agencies. It calls no OPD, so no OPD's fault can empty
 * an answer, and it refuses to say of anyone else than the caller whether he exists.
 */
import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import { formatJakartaDay } from '../base/jakarta-time.ts';
import type { StatusReader } from '../ports/system-status.ts';
import type { SubgraphModule } from '../subgraph/index.ts';
import { createCitizen } from './citizen.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { findOpd, listOpds } from './registry/opd-registry.ts';
import { listSystems } from './systems.ts';

export { createOpdCodes } from './registry/opd-codes.ts';

/** What the hub's own subgraph is plugged into. */
export interface CityParts {
  readonly status: StatusReader;
  readonly clock?: Clock;
}

/** Its name and SDL, for whoever only composes. */
export const citySdl = {
  name: 'city',
  sdl: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
} as const;

/** Creates the hub's own subgraph. */
export function createCitySubgraph({ status, clock = systemClock }: CityParts): SubgraphModule {
  const resolvers: Resolvers = {
    Query: {
      me: (_root, _args, { caller }) => (caller.kind === 'citizen' ? createCitizen(caller.nik) : null),
      citizen: (_root, { nik }, { caller }) => {
        if (caller.kind === 'citizen' && caller.nik === nik) return createCitizen(nik);
        throw new HubError('FORBIDDEN', 'A citizen reaches only himself.', { fix: 'Ask for me instead.' });
      },
      opds: (_root, { on }) => [...listOpds(on ?? formatJakartaDay(clock.now()))],
      opd: (_root, { code }) => findOpd(code) ?? null,
    },
    Opd: {
      until: ({ until }) => until ?? null,
      predecessors: ({ predecessors = [] }) => predecessors.flatMap((code) => findOpd(code) ?? []),
      systems: ({ code }, _args, { caller }) => listSystems(status, code, caller),
    },
  };
  return {
    ...citySdl,
    resolvers: resolvers as SubgraphModule['resolvers'],
    references: { Opd: ({ code }) => findOpd(String(code)) ?? null },
  };
}

/** An agency's official name by its code. */
export function findOpdName(code: string): string | undefined {
  return findOpd(code)?.name;
}
