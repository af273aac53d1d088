import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { SubmissionState } from '../../ports/outbox.ts';
import type { ListedSubmission, OutboxDesk, Resolution } from '../../store/index.ts';
import type {
  SubmissionState as GraphState,
  MutationResolveSubmissionArgs,
  Resolvers,
  WaitingSubmission,
} from '../generated/resolver-types.ts';
import { requireOpdWorker } from '../opd-staff.ts';
import { readPageSize } from '../page-size.ts';
import { submissionStates } from './submissions.ts';

type OutboxResolvers = {
  readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'outbox'>;
  readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'resolveSubmission'>;
};

/** What an OPD's officers may do with the hub's outbox. */
export type OfficersOutbox = Pick<OutboxDesk, 'listOpen' | 'resolve'>;

const MAX_RECEIPT_LENGTH = 100;
const MAX_REASON_LENGTH = 500;

/**
 * Creates the resolvers of what waits for an OPD. Nothing personal is shown, so nobody's access log is written: the desk does
 * not know whose a submission is, and its citizen sees in the timeline what was decided.
 */
export function createOutboxResolvers(desk: OfficersOutbox | undefined): OutboxResolvers {
  return {
    Opd: {
      outbox: async ({ code }, { first, state }, { caller }) => {
        requireOpdWorker(caller, code);
        const only = { opd: code, ...(state && { state: readState(state) }) };
        return (await desk?.listOpen(readPageSize(first ?? 20), only))?.map(describe) ?? null;
      },
    },
    Mutation: {
      resolveSubmission: async (_root, args, { caller }) => {
        requireOpdWorker(caller, args.opd);
        if (!desk) throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
        await desk.resolve(args.id, readResolution(args), args.opd);
        return true;
      },
    },
  };
}

/** @throws HubError BAD_USER_INPUT for words that do not belong to what is said. */
function readResolution({ resolution, receipt, reason }: MutationResolveSubmissionArgs): Resolution {
  const given = { receipt: readText(receipt, MAX_RECEIPT_LENGTH), reason: readText(reason, MAX_REASON_LENGTH) };
  if (resolution === 'REJECTED' && given.reason !== undefined && given.receipt === undefined)
    return { as: 'rejected', reason: given.reason };
  if (resolution === 'DELIVERED' && given.reason === undefined) return { as: 'delivered', receipt: given.receipt };
  if (resolution === 'SEND_AGAIN' && given.reason === undefined && given.receipt === undefined)
    return { as: 'sendAgain' };
  throw new HubError('BAD_USER_INPUT', 'What became of it and the words beside do not go together.', {
    fix: 'REJECTED needs a reason, DELIVERED may have a receipt, SEND_AGAIN has neither.',
  });
}

function readText(text: string | null | undefined, maxLength: number): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length <= maxLength) return trimmed === '' ? undefined : trimmed;
  throw new HubError('BAD_USER_INPUT', `A receipt or a reason has at most ${maxLength} characters.`);
}

function readState(state: GraphState): SubmissionState {
  const found = Object.entries(submissionStates).find(([, shown]) => shown === state);
  return (found?.[0] ?? 'accepted') as SubmissionState;
}

function describe({ id, kind, system, attempts, ...one }: ListedSubmission): WaitingSubmission {
  return {
    ...{ id, kind, system, attempts },
    state: submissionStates[one.state],
    since: formatJakartaInstant(one.acceptedAtMs),
    nextTry: one.state === 'needsAttention' ? null : formatJakartaInstant(one.nextAtMs),
    reason: one.problem ?? null,
  };
}
