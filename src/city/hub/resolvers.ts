import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { secondsToJakartaMidnight } from '../../base/jakarta-time.ts';
import type { HubFacts } from '../../ports/hub-facts.ts';
import type { StatusReader, SystemStatus } from '../../ports/system-status.ts';
import type { Resolvers } from '../generated/resolver-types.ts';

type HubResolvers = {
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'hub'>;
  readonly Hub: NonNullable<Resolvers['Hub']>;
};

/** What a hub is asked about itself. */
export interface HubSelf extends HubFacts {
  readonly opds: number;
  readonly services: number;
}

/** The pages of many people ask for these numbers, so that the database is asked this often at most. */
const KEEP_MS = 5000;
const DAY_MS = 86_400_000;

/** Creates the resolvers of the hub's own facts; where there are none, the hub itself must be asked. */
export function createHubResolvers(self: HubSelf | undefined, status: StatusReader, clock: Clock): HubResolvers {
  const countRecords = keep(self?.countRecords, clock);
  const countSubmissions = self?.countSubmissions;
  const countToday = keep(countSubmissions && (() => countSubmissions(startOfJakartaDay(clock.now()))), clock);
  return {
    Query: {
      hub: () => {
        if (self) return self;
        throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
      },
    },
    Hub: {
      systemsAnswering: () => countSystems(status).answering,
      systemsFailing: () => countSystems(status).failing,
      records: async () => (await countRecords?.()) ?? null,
      submissionsToday: async () => (await countToday?.()) ?? null,
      errorCodes: ({ errorCodes }) => [...errorCodes],
    },
  };
}

/** A system of several sources fails with any of them, and answers when one does and none fails. */
function countSystems(status: StatusReader): { readonly answering: number; readonly failing: number } {
  const bySystem = new Map<string, Set<SystemStatus['state']>>();
  for (const { opd, name, state } of status.listSystems()) {
    const system = `${opd}/${name.split('/')[0]}`;
    bySystem.set(system, (bySystem.get(system) ?? new Set()).add(state));
  }
  const all = [...bySystem.values()];
  const isFailing = (states: ReadonlySet<SystemStatus['state']>) => states.has('failing') || states.has('leftAlone');
  return {
    answering: all.filter((states) => states.has('answering') && !isFailing(states)).length,
    failing: all.filter(isFailing).length,
  };
}

/** Counts once for all who ask within a few seconds; one that failed fails for all of them, so that nobody presses on. */
function keep(count: (() => Promise<number>) | undefined, clock: Clock): (() => Promise<number>) | undefined {
  if (!count) return undefined;
  let kept: { readonly number: Promise<number>; readonly untilMs: number } | undefined;
  return () => {
    if (!kept || kept.untilMs <= clock.now()) kept = { number: count(), untilMs: clock.now() + KEEP_MS };
    return kept.number;
  };
}

function startOfJakartaDay(nowMs: number): number {
  return (Math.floor(nowMs / 1000) + secondsToJakartaMidnight(nowMs)) * 1000 - DAY_MS;
}
