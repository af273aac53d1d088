import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { OWNER } from '../../base/owner.ts';
import type { Caller } from '../../identity/index.ts';
import type { Outbox, Submission, SubmissionState } from '../../ports/outbox.ts';
import type { SubmissionState as GraphState, Resolvers } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { findOpd, type RegisteredOpd } from '../registry/opd-registry.ts';

/** A submission as the graph shows it to its citizen. */
export interface ShownSubmission {
  readonly id: string;
  readonly kind: string;
  readonly opd: RegisteredOpd | null;
  readonly state: GraphState;
  readonly receipt: string | null;
  readonly reason: string | null;
  readonly acceptedOn: string;
  readonly deliveredOn: string | null;
  readonly timeline: { readonly state: GraphState; readonly on: string; readonly [OWNER]: string }[];
  readonly [OWNER]: string;
}

type SubmissionResolvers = {
  readonly Citizen: Pick<NonNullable<Resolvers['Citizen']>, 'submissions' | 'submission'>;
};

/** Creates the resolvers of what citizens have handed in. */
export function createSubmissionResolvers(outbox: Outbox | undefined): SubmissionResolvers {
  const get = (): Outbox => outbox ?? refuseHere();
  return {
    Citizen: {
      submissions: async ({ nik }, { first, after }) => listPage(get(), nik, first ?? 20, after ?? undefined),
      submission: async ({ nik }, { id }) => {
        const found = await get().find(nik, id);
        return found ? describeSubmission(found, nik) : null;
      },
    },
  };
}

/** Finds a submission by its number, for the citizen who asks and for nobody else. */
export async function findOwnSubmission(outbox: Outbox | undefined, caller: Caller, id: unknown) {
  if (caller.kind !== 'citizen') return null;
  const found = await (outbox ?? refuseHere()).find(caller.nik, String(id));
  return found ? describeSubmission(found, caller.nik) : null;
}

async function listPage(outbox: Outbox, nik: string, first: number, after: string | undefined) {
  readPageSize(first);
  const found = await outbox.list(nik, first + 1, after);
  const page = found.slice(0, first);
  return {
    entries: page.map((one) => describeSubmission(one, nik)),
    next: found.length > first ? (page.at(-1)?.id ?? null) : null,
    [OWNER]: nik,
  };
}

function describeSubmission(submission: Submission, nik: string): ShownSubmission {
  const { id, kind, opd, state, receipt, reason, acceptedAtMs, deliveredAtMs, steps } = submission;
  return {
    id,
    kind,
    opd: findOpd(opd) ?? null,
    state: submissionStates[state],
    receipt: receipt ?? null,
    reason: reason ?? null,
    acceptedOn: formatJakartaInstant(acceptedAtMs),
    deliveredOn: deliveredAtMs === undefined ? null : formatJakartaInstant(deliveredAtMs),
    timeline: steps.map((step) => ({
      state: submissionStates[step.state],
      on: formatJakartaInstant(step.atMs),
      [OWNER]: nik,
    })),
    [OWNER]: nik,
  };
}

/** How the graph names the states of a submission. */
export const submissionStates: Readonly<Record<SubmissionState, GraphState>> = {
  accepted: 'ACCEPTED',
  delivering: 'DELIVERING',
  delivered: 'DELIVERED',
  rejected: 'REJECTED',
  needsAttention: 'NEEDS_ATTENTION',
};

/** A subgraph that runs apart from the hub's database. */
function refuseHere(): never {
  throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
}
