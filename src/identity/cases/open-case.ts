import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { AccessLog } from '../../ports/access-log.ts';
import type { CaseRecord, CaseStore } from '../../ports/case-store.ts';
import type { Caller, StaffCaller } from '../caller.ts';
import { actorIdOf, describeActor } from '../describe-actor.ts';
import type { Mandate } from '../mandate.ts';

/** What a case is opened with; the rest is the mandate's. */
export type CaseGiven = Pick<CaseRecord, 'kind' | 'nik' | 'reference' | 'reason' | 'basis'>;

/** Opens cases so that nobody can use one that does not stand in the person's access log. */
export interface CaseOpener {
  open(mandate: Mandate, given: CaseGiven): Promise<CaseRecord>;
  /** Writes into the person's access log what happens to a case on him. @throws HubError AUDIT_UNAVAILABLE */
  note(mandate: Mandate, record: CaseRecord, field: string): Promise<void>;
  /** Writes there that somebody came with a case that is another's. */
  noteTry(caller: Caller, record: CaseRecord): Promise<void>;
}

export interface CaseOpenerParts {
  readonly store: CaseStore;
  readonly log: AccessLog;
  readonly clock: Clock;
}

const CASE_MS = 30 * 24 * 3_600_000;
/** A request that nobody approves within a day is over. */
const APPROVE_WITHIN_MS = 24 * 3_600_000;

/** Creates it. */
export function createCaseOpener({ store, log, clock }: CaseOpenerParts): CaseOpener {
  const note = async (mandate: Mandate, record: CaseRecord, field: string): Promise<void> => {
    const { nik, purpose, basis, id, opd } = record;
    const { caller } = mandate;
    const [actor, app] = [describeActor(caller), caller.kind === 'anonymous' ? undefined : caller.app];
    const reads = [{ opd: opd ?? 'city', fields: [field] }];
    const entry = { atMs: clock.now(), actor, app, subject: nik, reads, purpose, basis, caseId: id } as const;
    await log.record([{ ...entry, channel: 'mutation', outcome: 'allowed' }]);
  };
  const noteTry = async (caller: Caller, { nik, opd }: CaseRecord): Promise<void> => {
    const [actor, app] = [describeActor(caller), caller.kind === 'anonymous' ? undefined : caller.app];
    const reads = [{ opd: opd ?? 'city', fields: ['Case'] }];
    const entry = { atMs: clock.now(), actor, app, subject: nik, reads, purpose: '', caseId: undefined } as const;
    await log.record([{ ...entry, channel: 'query', basis: 'public-task', outcome: 'refused' }]);
  };
  const open = async (mandate: Mandate, given: CaseGiven) => {
    const staff = requireStaff(mandate.caller);
    const reference = checkReference(given.reference);
    const [openedAtMs, purpose] = [clock.now(), requirePurpose(mandate)];
    const untilMs = openedAtMs + (given.kind === 'case' ? CASE_MS : APPROVE_WITHIN_MS);
    const added = { ...given, reference, purpose, opd: staff.opd, openedAtMs, untilMs };
    const record = await store.add(actorIdOf(staff), added);
    // Usable only when it has been written down, whatever fails in between.
    await note(mandate, record, given.kind === 'case' ? 'Case' : 'BreakGlass.requested');
    return (await store.activate(actorIdOf(staff), record.id)) ?? neverAdded();
  };
  return { open, note, noteTry };
}

/** @throws HubError FORBIDDEN */
export function requireStaff(caller: Caller): StaffCaller {
  if (caller.kind === 'staff') return caller;
  throw noSuchCase();
}

function requirePurpose({ purpose }: Mandate): string {
  if (purpose !== undefined) return purpose;
  throw new HubError('PURPOSE_MISSING', 'A case needs a purpose.', {
    fix: 'Send the header hub-purpose with one of the application’s registered purposes.',
  });
}

/** What an OPD calls the case itself; a citizen's number in it would lie in the clear. */
function checkReference(reference: string): string {
  const text = reference.trim();
  if (text !== '' && text.length <= 100 && !/\d(?:[\s._-]*\d){14}/.test(text)) return text;
  throw new HubError('BAD_USER_INPUT', 'The reference is the case number of the OPD: 1 to 100 letters, no NIK.', {
    fix: 'Give the number under which your OPD files the case, such as DPMPTSP/2026/0012.',
  });
}

/** The same for a case that does not exist, is another's, or is over. */
export function noSuchCase(): HubError {
  return new HubError('FORBIDDEN', 'There is no open case of yours with this id.', {
    fix: 'Open one first: mutation openCase, then send its id as header hub-case.',
  });
}

function neverAdded(): never {
  throw new HubError('INTERNAL', 'A case that was just added is not there');
}
