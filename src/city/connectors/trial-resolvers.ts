import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { actorIdOf } from '../../identity/index.ts';
import type { OperationTrials } from '../../ports/operation-trials.ts';
import type { SubgraphContext } from '../../subgraph/index.ts';
import type { OperationTrial, Resolvers } from '../generated/resolver-types.ts';
import { requireOpdWorker } from '../opd-staff.ts';
import { shortenLists } from './shorten-lists.ts';
import { createTrialLimit } from './trial-limit.ts';

type TrialResolvers = { readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'tryOperation'> };

/** More than anybody reads. */
const MAX_LISTED = 20;
const NIK = /^\d{16}$/;

/**
 * Creates the resolver of trials. Whose number was asked for, and whose rows are shown, is written down as everybody's look
 * is, though what is shown is masked. Whoever is known to a system by another number, and named by no row, cannot be found
 * out here: nothing of him is written down, and nothing of him is shown.
 */
export function createTrialResolvers(trials: OperationTrials | undefined, clock: Clock): TrialResolvers {
  const limit = createTrialLimit(clock);
  return {
    Mutation: {
      tryOperation: async (_root, { opd, system, operation, arguments: listed }, context) => {
        const { caller, trail } = context;
        requireOpdWorker(caller, opd);
        refuseCase(context);
        const args = readArguments(listed);
        const trial = getHere(trials).prepare({ opd, system: system ?? undefined, operation, arguments: args });
        if (caller.kind !== 'anonymous') limit.take(actorIdOf(caller));
        const mark = { opd, field: 'OperationTrial' };
        const note = (nik: string) => {
          trail.show(nik, mark);
          trail.allow(mark);
        };
        // Before it is asked: the system hears the number whatever becomes of it.
        for (const value of Object.values(args)) if (NIK.test(value)) note(value);
        const { milliseconds, answer, records, unreadable, owners } = await trial.run();
        for (const owner of owners.slice(0, MAX_LISTED)) if (owner !== undefined) note(owner);
        return {
          milliseconds,
          answer: asJson(answer),
          records: asJson(records.slice(0, MAX_LISTED)),
          recordCount: records.length,
          unreadable: unreadable.slice(0, MAX_LISTED),
        } satisfies OperationTrial;
      },
    },
  };
}

/** Under a case everything that is let pass is written down as its citizen's. @throws HubError BAD_USER_INPUT */
function refuseCase({ openCase }: SubgraphContext): void {
  if (!openCase) return;
  throw new HubError('BAD_USER_INPUT', 'A system is tried under no case.', { fix: 'Leave the header hub-case out.' });
}

/** @throws HubError BAD_USER_INPUT for a parameter that is given twice. */
function readArguments(listed: readonly { readonly name: string; readonly value: string }[]): Record<string, string> {
  const args = Object.fromEntries(listed.map(({ name, value }) => [name, value]));
  if (Object.keys(args).length === listed.length) return args;
  throw new HubError('BAD_USER_INPUT', 'A parameter is given twice.');
}

function getHere(trials: OperationTrials | undefined): OperationTrials {
  if (trials) return trials;
  throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
}

function asJson(value: unknown): string {
  return JSON.stringify(shortenLists(value, MAX_LISTED), null, 2) ?? 'null';
}
