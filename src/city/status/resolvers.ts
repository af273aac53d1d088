import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { Caller } from '../../identity/index.ts';
import type { CityMetric, Resolvers } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { findOpd, listOpds, type RegisteredOpd } from '../registry/opd-registry.ts';
import { WHOLE_CITY } from './add-up.ts';
import { listAlerts } from './alerts.ts';
import { readBreakdown } from './breakdown.ts';
import type { CityDesk } from './city-desk.ts';
import { describeBasis, describeStatus, readFigure } from './describe-status.ts';
import { metrics } from './metrics.ts';
import type { CitySnapshot } from './read-snapshot.ts';
import { compareYears, lastMonthEnd, readTrend } from './trend.ts';

/** The city on a day, as far as one may see it. */
export interface ShownCity {
  readonly on: string;
  readonly snapshot: CitySnapshot;
  /** The only OPD that an officer sees; undefined for who sees all. */
  readonly own: string | undefined;
}

type StatusResolvers = {
  readonly CityStatus: NonNullable<Resolvers['CityStatus']>;
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'city'>;
  readonly City: NonNullable<Resolvers['City']>;
};

/** Creates the resolvers of the city's status; without what it is counted from there is none. */
export function createStatusResolvers(desk: CityDesk | undefined, clock: Clock): StatusResolvers {
  const getDesk = (): CityDesk => {
    if (desk) return desk;
    throw new HubError('INTERNAL', 'The city’s figures are not counted here.', { fix: 'Ask the hub itself.' });
  };
  return {
    Query: {
      city: async (_root, { on }, { caller }) => {
        const day = on ?? formatJakartaDay(clock.now());
        return { on: day, snapshot: await getDesk().snapshot(day), own: ownOpdOf(caller) };
      },
    },
    CityStatus: { basis: (status, { of }) => describeBasis(status, of) },
    City: {
      opds: ({ on, snapshot, own }, { codes, sortBy, descending, first }) => {
        const shown = listShown(on, own).filter(({ code }) => codes?.includes(code) ?? true);
        const sorted = sortBy ? sortByFigure(shown, snapshot, sortBy, descending ?? true) : sortByName(shown);
        // Once for all: how a system fares is told from its last calls each time.
        const systems = getDesk().status.listSystems();
        return sorted
          .slice(0, typeof first === 'number' ? readPageSize(first) : undefined)
          .map(({ code }) => describeStatus(snapshot, systems, code));
      },
      totals: ({ snapshot, own }) => describeStatus(snapshot, getDesk().status.listSystems(), own ?? WHOLE_CITY),
      trend: async ({ on, own }, { metric, by, from, to, opd }) => {
        const span = { from, to, on, opd: own ?? opd ?? undefined };
        const lines = await readTrend(getDesk().find(metrics[metric].kind), metric, by ?? 'CITY', span);
        return lines.map(({ key, points }) => ({
          key: key === WHOLE_CITY ? null : key,
          name: key === WHOLE_CITY ? 'Kota Jambi' : (findOpd(key)?.name ?? key),
          points: points.map(({ month, value }) => ({ month, value: value ?? null })),
        }));
      },
      compare: async ({ on, own }, { metric, years }) => {
        const rows = await compareYears(getDesk().find(metrics[metric].kind), metric, years, on);
        return [...rows].flatMap(([code, values]) => {
          const opd = findOpd(code);
          if (!opd || (own !== undefined && own !== code)) return [];
          return [{ opd, values: years.map((year, index) => ({ year, value: values[index] ?? null })) }];
        });
      },
      alerts: async ({ on, snapshot, own }) => {
        const before = await getDesk().snapshot(lastMonthEnd(on));
        return listAlerts({ now: snapshot, before, opds: listShown(on, own) }).map(({ opd, ...alert }) => ({
          ...alert,
          opd: findOpd(opd) ?? null,
        }));
      },
      breakdown: ({ own }, { by, from, to, opd }) =>
        readBreakdown(getDesk().find('application'), by, { from, to, opd: own ?? opd ?? undefined }),
    },
  };
}

/** The mayor's office and the auditor see all; an officer his own OPD, and one without an OPD none. */
function ownOpdOf(caller: Caller): string | undefined {
  if (caller.kind !== 'staff') return '';
  if (caller.roles.has('mayor') || caller.roles.has('auditor')) return undefined;
  return caller.opd ?? '';
}

function listShown(on: string, own: string | undefined): readonly RegisteredOpd[] {
  return listOpds(on).filter(({ code }) => own === undefined || code === own);
}

function sortByName(opds: readonly RegisteredOpd[]): readonly RegisteredOpd[] {
  return [...opds].sort((one, other) => one.name.localeCompare(other.name, 'id'));
}

function sortByFigure(
  opds: readonly RegisteredOpd[],
  snapshot: CitySnapshot,
  metric: CityMetric,
  isDescending: boolean,
): readonly RegisteredOpd[] {
  const rank = (opd: RegisteredOpd): number => {
    const value = readFigure(snapshot, metric, opd);
    if (value === undefined) return Number.POSITIVE_INFINITY;
    return isDescending ? -value : value;
  };
  return sortByName(opds)
    .map((opd) => ({ opd, rank: rank(opd) }))
    .sort((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank))
    .map(({ opd }) => opd);
}
