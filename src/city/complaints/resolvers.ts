import type { Clock } from '../../base/clock.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { SubgraphModule } from '../../subgraph/index.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import type { ComplaintStatus, Resolvers, RuleSource } from '../generated/resolver-types.ts';
import { findOpd } from '../registry/opd-registry.ts';
import { findComplaintRule } from './complaint-rules.ts';
import { decideDeadlines, decideWaitingFor, type WorkingDays } from './deadlines.ts';

/** The OPD whose administrators verify: SiKesal is Diskominfo's. */
const ADMINISTRATORS = 'diskominfo';

/** A complaint as far as its key says it. */
export interface KeyedComplaint {
  readonly nik: string;
  readonly id: string;
  readonly status?: ComplaintStatus | null;
  readonly category?: string | null;
  readonly reportedOn?: string | null;
  readonly verifiedOn?: string | null;
  readonly actedOn?: string | null;
  readonly answeredOn?: string | null;
  readonly closedOn?: string | null;
  readonly opd?: { readonly code: string } | null;
}

/** Creates the resolver of a complaint's deadlines, by the city's working days. */
export function createComplaintResolvers(
  clock: Clock,
  calendar: WorkingDays = createWorkingCalendar(),
): { readonly Complaint: Pick<NonNullable<Resolvers['Complaint']>, 'deadlines' | 'opd'> } {
  return {
    Complaint: {
      opd: ({ opd }) => (opd && findOpd(opd.code)) ?? null,
      deadlines: (complaint) => describeDeadlines(complaint, calendar, clock.now()),
    },
  };
}

function describeDeadlines({ reportedOn, status, ...complaint }: KeyedComplaint, calendar: WorkingDays, nowMs: number) {
  const rule = reportedOn ? findComplaintRule(formatJakartaDay(Date.parse(reportedOn))) : undefined;
  if (!reportedOn || !rule) return null;
  const timed = { ...complaint, reportedOn, isRejected: status === 'REJECTED' };
  const { actBy, reactBy, resolveBy, closesOn, late, missing, ...rest } = decideDeadlines(timed, rule, calendar, nowMs);
  const waitingFor = decideWaitingFor(rest.stage);
  const opd = waitingFor === 'ADMINISTRATOR' ? ADMINISTRATORS : waitingFor === 'OPD' ? complaint.opd?.code : undefined;
  return {
    ...rest,
    actBy: actBy ?? null,
    reactBy: reactBy ?? null,
    resolveBy: resolveBy ?? null,
    closesOn: closesOn ?? null,
    late: [...late],
    missing: [...missing],
    waitingFor: waitingFor ?? null,
    waitingOpd: (opd === undefined ? undefined : findOpd(opd)) ?? null,
    rule: { source: rule.source, from: rule.from, isDefault: rule.isDefault } satisfies RuleSource,
    [OWNER]: complaint.nik,
  };
}

/** A complaint is what its key says; the OPD's subgraph has made the key out of a record of this owner. */
export function createComplaintReferences(): NonNullable<SubgraphModule['references']> {
  return { Complaint: (representation) => ({ ...representation, [OWNER]: String(representation.nik) }) };
}
