import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { AccessEntry, AccessLog } from '../../ports/access-log.ts';
import type { LinkAttempts, LinkBook, LinkedNumber } from '../../ports/link-book.ts';
import type { Proof } from '../../ports/link-proof.ts';
import type { CitizenCaller } from '../caller.ts';
import { describeActor } from '../describe-actor.ts';
import type { Mandate } from '../mandate.ts';
import { readFact, readNumber } from './read-number.ts';
import { linkTaken, noSuchKind, noSuchLink, notAllowed, notProvable, proofWrong, tooManyAttempts } from './refusals.ts';

export interface LinkDeskParts {
  readonly store: LinkBook;
  readonly attempts: LinkAttempts;
  readonly proofs: readonly Proof[];
  readonly log: AccessLog;
  readonly clock?: Clock;
}

/** What can be linked, and what is asked for it. */
export type LinkKind = Pick<Proof, 'kind' | 'opd' | 'label' | 'ask'>;

/** A link, and whose number it is; `opd` is undefined where no system here proves its kind. */
export interface DescribedLink extends LinkedNumber {
  readonly opd: string | undefined;
  readonly label: string;
}

/** Where a citizen proves that a system's number is his, and gives it up. */
export interface LinkDesk {
  listKinds(): readonly LinkKind[];
  /**
   * Links a number for a fact that its holder knows. A number that does not exist is refused as a wrong fact is.
   * @throws HubError PROOF_WRONG, PROOF_IMPOSSIBLE, LINK_TAKEN, TOO_MANY_REQUESTS, BAD_USER_INPUT, FORBIDDEN or OPD_…
   */
  link(mandate: Mandate, kind: string, number: string, fact: string): Promise<DescribedLink>;
  /** Ends a link; only a new proof brings it back. @throws HubError NOT_FOUND or FORBIDDEN */
  unlink(mandate: Mandate, id: string): Promise<void>;
  list(nik: string): Promise<readonly DescribedLink[]>;
}

/** Stands in the access log where the application gave no purpose. */
const PURPOSE = 'penautan-akun';

/** Creates the desk; every proof, right or wrong, stands in the citizen's access log before he is told. */
export function createLinkDesk(parts: LinkDeskParts): LinkDesk {
  const { store, proofs, log, clock = systemClock } = parts;
  const byKind = new Map(proofs.map((proof) => [proof.kind, proof]));
  const describe = (link: LinkedNumber): DescribedLink => {
    const proof = byKind.get(link.kind);
    return { ...link, opd: proof?.opd, label: proof?.label ?? link.kind };
  };
  const note = async (mandate: Mandate, nik: string, kind: string, outcome: AccessEntry['outcome']): Promise<void> => {
    const { caller, purpose = PURPOSE, basis = 'self' } = mandate;
    const [actor, app] = [describeActor(caller), caller.kind === 'anonymous' ? undefined : caller.app];
    const reads = [{ opd: byKind.get(kind)?.opd ?? 'city', fields: [`Link.${kind}`] }];
    const entry = { atMs: clock.now(), actor, app, subject: nik, reads, purpose, basis, caseId: undefined, outcome };
    await log.record([{ ...entry, channel: 'mutation' }]);
  };
  const refuse = async (mandate: Mandate, nik: string, proof: Proof, number: string): Promise<void> => {
    await store.noteRefused(nik, proof.kind, number);
    await note(mandate, nik, proof.kind, 'refused');
  };
  return {
    listKinds: () => proofs.map(({ kind, opd, label, ask }) => ({ kind, opd, label, ask })),
    link: async (mandate, kind, typedNumber, typedFact) => {
      const { nik } = requireCitizen(mandate);
      const proof = byKind.get(kind);
      if (!proof) throw noSuchKind([...byKind.keys()]);
      const [number, fact] = [readNumber(typedNumber), readFact(typedFact)];
      await proveOnce({ ...parts, refuse: () => refuse(mandate, nik, proof, number) }, nik, proof, number, fact);
      const isTaken = proof.isSingle && (await store.isHeldByOther(nik, kind, number));
      if (!isTaken) await note(mandate, nik, kind, 'allowed');
      const linked = isTaken ? 'taken' : await store.linkOne(nik, kind, number, 'proof', { isSingle: proof.isSingle });
      if (linked !== 'taken') return describe(linked);
      await refuse(mandate, nik, proof, number);
      throw linkTaken(proof.opd);
    },
    unlink: async (mandate, id) => {
      const { nik } = requireCitizen(mandate);
      const found = (await store.listAll(nik)).find((one) => one.id === id);
      if (!found) throw noSuchLink();
      await note(mandate, nik, found.kind, 'allowed');
      if (!(await store.unlink(nik, id, 'proof'))) throw noSuchLink();
    },
    list: async (nik) => (await store.listAll(nik)).map(describe),
  };
}

interface ProvingParts {
  readonly attempts: LinkAttempts;
  /** Writes down that it was not proved. */
  refuse(): Promise<void>;
}

/** Returns when it is proved; an attempt that the system did not answer does not count. */
async function proveOnce(
  { attempts, refuse }: ProvingParts,
  nik: string,
  { kind, opd, check }: Proof,
  number: string,
  fact: string,
): Promise<void> {
  const booked = await attempts.book(nik, kind, number);
  if ('retryAfterSeconds' in booked) throw tooManyAttempts(booked.retryAfterSeconds);
  let result: Awaited<ReturnType<Proof['check']>>;
  try {
    result = await check(nik, number, fact);
  } catch (error) {
    await attempts.release(booked.id);
    throw error;
  }
  if (result === 'proved') return attempts.release(booked.id);
  await refuse();
  throw result === 'notProvable' ? notProvable(opd) : proofWrong(opd);
}

/** The law asks that he himself does it, so no application of somebody else's does, whatever he consented to. */
function requireCitizen({ caller, basis }: Mandate): CitizenCaller {
  if (caller.kind !== 'citizen' || basis !== 'self') throw notAllowed();
  if (caller.assurance !== 'low') return caller;
  throw new HubError('ASSURANCE_TOO_LOW', 'Linking a number needs a log-in that is surer of who you are.', {
    fix: 'Log in again with acr_values=substantial.',
  });
}
