import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { Caller } from '../../identity/index.ts';
import type { FollowedLevyReport, LevyDesk, LevyKind, LevyState, SealedLevyReport } from '../../ports/levy-desk.ts';
import { forbidden } from '../../subgraph/index.ts';
import type { LevyState as GraphState, LevyReportKind, Resolvers } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { getOpd } from '../registry/opd-registry.ts';
import type { ServiceCatalogue } from '../services/service-catalogue.ts';
import { checkReport } from './check-report.ts';

type LevyResolvers = {
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'levyReport' | 'levyReports' | 'levyPhoto'>;
  readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'reportLevy' | 'answerLevyReport'>;
};

const INSPEKTORAT = 'inspektorat';
const STATES: Readonly<Record<LevyState, GraphState>> = {
  received: 'RECEIVED',
  inReview: 'IN_REVIEW',
  forwarded: 'FORWARDED',
  closed: 'CLOSED',
};
const KINDS: Readonly<Record<LevyKind, LevyReportKind>> = { anonymous: 'ANONYMOUS', secret: 'SECRET', open: 'OPEN' };

/** Creates the resolvers of reports of illegal levies; a subgraph apart from the hub's database has none. */
export function createLevyResolvers(
  desk: LevyDesk | undefined,
  catalogue: ServiceCatalogue,
  clock: Clock,
): LevyResolvers {
  const get = (): LevyDesk => desk ?? refuseHere();
  const getOwn = (caller: Caller): LevyDesk => {
    refuseOthers(caller);
    return get();
  };
  const sealed = (report: SealedLevyReport) => showSealed(report, catalogue);
  return {
    Query: {
      levyReport: async (_root, { receipt }) => {
        const report = await get().follow(receipt);
        return report ? showFollowed(report, catalogue) : null;
      },
      levyReports: async (_root, { state, first, after }, { caller }) => {
        const limit = readPageSize(first ?? 20);
        const filter = { state: stateOf(state), limit: limit + 1, after: after ?? undefined };
        const found = await getOwn(caller).list(filter);
        const page = found.slice(0, limit);
        return { entries: page.map(sealed), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
      },
      levyPhoto: async (_root, { id }, { caller }) => (await getOwn(caller).findPhoto(id)) ?? null,
    },
    Mutation: {
      reportLevy: async (_root, { input }, context) => {
        const report = checkReport(input, context, catalogue, formatJakartaDay(clock.now()));
        return { receipt: await get().report(report) };
      },
      answerLevyReport: async (_root, { id, state, answer }, { caller }) => {
        const moved = await getOwn(caller).answer(id, stateOf(state) ?? 'received', answer?.trim());
        if (!moved) throw new HubError('NOT_FOUND', 'There is no such report.');
        return sealed(moved);
      },
    },
  };
}

/** Only Inspektorat's own officers. @throws HubError FORBIDDEN */
function refuseOthers(caller: Caller): void {
  if (caller.kind !== 'staff' || !caller.roles.has('officer') || caller.opd !== INSPEKTORAT) throw forbidden();
}

function showFollowed({ opd, service, state, steps, answer }: FollowedLevyReport, catalogue: ServiceCatalogue) {
  return {
    opd: getOpd(opd),
    service: findShown(service, catalogue),
    state: STATES[state],
    steps: steps.map((step) => ({ state: STATES[step.state], on: step.day })),
    answer: answer ?? null,
  };
}

function showSealed({ kind, opd, service, state, photos, ...report }: SealedLevyReport, catalogue: ServiceCatalogue) {
  return {
    ...report,
    kind: KINDS[kind],
    opd: getOpd(opd),
    service: findShown(service, catalogue),
    state: STATES[state],
    photos: [...photos],
  };
}

function findShown(code: string | undefined, catalogue: ServiceCatalogue) {
  return code === undefined ? null : (catalogue.find(code) ?? null);
}

function stateOf(state: GraphState | null | undefined): LevyState | undefined {
  return (Object.keys(STATES) as LevyState[]).find((one) => STATES[one] === state);
}

function refuseHere(): never {
  throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
}
