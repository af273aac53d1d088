import type { Clock } from '../../base/clock.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { StatusReader } from '../../ports/system-status.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { listSystems } from '../systems.ts';
import { findOpd, listOpds } from './opd-registry.ts';

type RegistryResolvers = {
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'opds' | 'opd'>;
  readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'until' | 'predecessors' | 'systems'>;
};

/** Creates the resolvers of the registry of OPDs. */
export function createRegistryResolvers(status: StatusReader, clock: Clock): RegistryResolvers {
  return {
    Query: {
      opds: (_root, { on }) => [...listOpds(on ?? formatJakartaDay(clock.now()))],
      opd: (_root, { code }) => findOpd(code) ?? null,
    },
    Opd: {
      until: ({ until }) => until ?? null,
      predecessors: ({ predecessors = [] }) => predecessors.flatMap((code) => findOpd(code) ?? []),
      systems: ({ code }, _args, { caller }) => listSystems(status, code, caller),
    },
  };
}
