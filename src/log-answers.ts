import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { type Clock, systemClock } from './base/clock.ts';
import { HubError } from './base/hub-error.ts';
import type { Release } from './federation/index.ts';
import { describeActor, type Mandate } from './identity/index.ts';
import type { AccessChannel, AccessEntry, AccessLog, AccessRead } from './ports/access-log.ts';
import type { SubgraphContext } from './subgraph/index.ts';

const CHANNELS: Readonly<Record<OperationTypeNode, AccessChannel>> = {
  [OperationTypeNode.QUERY]: 'query',
  [OperationTypeNode.MUTATION]: 'mutation',
  [OperationTypeNode.SUBSCRIPTION]: 'subscription',
};

/**
 * Holds an answer with personal data back until it is written down who got it; when that cannot be written the answer
 * stays here. An answer without any costs nothing.
 */
export function createLoggedRelease(log: AccessLog, clock: Clock = systemClock): Release {
  return (answer, context, kind) => {
    const { trail } = context as SubgraphContext;
    if (trail.isEmpty) return answer;
    let entries: readonly AccessEntry[];
    try {
      entries = listEntries(context as SubgraphContext, CHANNELS[kind], clock.now());
    } catch (error) {
      return withhold(error);
    }
    return log.record(entries).then(
      () => answer,
      // A refusal shows nothing of anybody, so it needs no log to be let go.
      (error: unknown) => (entries.some(({ outcome }) => outcome === 'allowed') ? withhold(error) : answer),
    );
  };
}

function withhold(error: unknown): ExecutionResult {
  const originalError = error instanceof Error ? error : new Error('A fault that is no Error');
  return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
}

/** What an answer shows and what it refused, each with whose it is. @throws HubError INTERNAL when that is not known. */
export function listEntries(context: SubgraphContext, channel: AccessChannel, atMs: number): AccessEntry[] {
  const { caller, trail } = context;
  if (caller.kind === 'anonymous') throw new HubError('INTERNAL', 'An answer to nobody holds personal data');
  const entry = (
    subject: AccessEntry['subject'],
    reads: readonly AccessRead[],
    outcome: AccessEntry['outcome'],
  ): AccessEntry => ({
    atMs,
    channel: trail.isExport ? 'export' : channel,
    actor: describeActor(caller),
    app: caller.app,
    subject,
    reads,
    purpose: context.purpose ?? '',
    // Nobody without a basis is shown anything; what is refused to staff is what their task would have been.
    basis: context.basis ?? (caller.kind === 'citizen' ? 'self' : 'public-task'),
    caseId: context.openCase?.id,
    outcome,
  });
  const shown = trail.listShown().filter(({ reads }) => reads.length > 0);
  const allowed = isAboutSomebody(context) ? trail.listAllowed() : trail.listOthers();
  return [
    ...(allowed.length > 0 ? [entry(subjectOf(context), allowed, 'allowed')] : []),
    ...shown.map(({ subject, reads }) => entry(subject, reads, 'allowed')),
    ...trail.listRefused().map(({ owner, reads }) => entry(owner, reads, 'refused')),
  ];
}

function isAboutSomebody({ caller, openCase }: Mandate): boolean {
  return caller.kind === 'citizen' || openCase !== undefined;
}

/** The one person whose records a mandate can open. */
function subjectOf({ caller, openCase }: Mandate): string {
  const subject = caller.kind === 'citizen' ? caller.nik : openCase?.nik;
  if (subject !== undefined) return subject;
  throw new HubError('INTERNAL', 'An answer holds personal data, and its mandate is about nobody');
}
