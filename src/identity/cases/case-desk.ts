import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { AccessLog } from '../../ports/access-log.ts';
import type { CaseRecord, CaseStore } from '../../ports/case-store.ts';
import type { Caller, StaffCaller } from '../caller.ts';
import { actorIdOf, describeActor } from '../describe-actor.ts';
import type { Mandate, OpenCase } from '../mandate.ts';

export interface CaseDeskParts {
  readonly store: CaseStore;
  readonly log: AccessLog;
  readonly clock?: Clock;
}

/** Why the glass is to be broken for somebody. */
export interface BreakGlassRequest {
  readonly nik: string;
  readonly reference: string;
  readonly reason: string;
  readonly basis: CaseRecord['basis'];
}

/** Where somebody in office gets, and gives back, the right to see one person's records. */
export interface CaseDesk {
  /** The case that a request names, if it is the caller's own and in force. @throws HubError FORBIDDEN, always the same. */
  getOpenCase(caller: Caller, id: string): Promise<OpenCase>;
  /** Opens a case of the officer's OPD for thirty days. @throws HubError FORBIDDEN, PURPOSE_MISSING or BAD_USER_INPUT */
  openCase(mandate: Mandate, nik: string, reference: string): Promise<CaseRecord>;
  closeCase(mandate: Mandate, id: string): Promise<CaseRecord>;
  /** Asks for all of one person's records; nothing is shown until a second person has approved it. */
  requestBreakGlass(mandate: Mandate, request: BreakGlassRequest): Promise<CaseRecord>;
  /** Lets the requester see them for thirty minutes from now. @throws HubError FORBIDDEN for the requester himself */
  approveBreakGlass(mandate: Mandate, id: string): Promise<CaseRecord>;
  /** The caller's own, the newest first. */
  listOwn(mandate: Mandate): Promise<readonly CaseRecord[]>;
}

const CASE_MS = 30 * 24 * 3_600_000;
/** A request that nobody approves within a day is over. */
const APPROVE_WITHIN_MS = 24 * 3_600_000;
const GLASS_BROKEN_MS = 30 * 60_000;
const MIN_REASON_CHARS = 20;
const MAX_LISTED = 100;

/** Creates the desk; whatever it opens stands in that person's access log before it can be used. */
export function createCaseDesk({ store, log, clock = systemClock }: CaseDeskParts): CaseDesk {
  const note = async (mandate: Mandate, record: CaseRecord, field: string): Promise<void> => {
    const { nik, purpose, basis, id, opd } = record;
    const { caller } = mandate;
    const [actor, app] = [describeActor(caller), caller.kind === 'anonymous' ? undefined : caller.app];
    const reads = [{ opd: opd ?? 'city', fields: [field] }];
    const entry = { atMs: clock.now(), actor, app, subject: nik, reads, purpose, basis, caseId: id } as const;
    await log.record([{ ...entry, channel: 'mutation', outcome: 'allowed' }]);
  };
  const open = async (mandate: Mandate, given: Pick<CaseRecord, 'kind' | 'nik' | 'reference' | 'reason' | 'basis'>) => {
    const staff = requireStaff(mandate.caller);
    const reference = checkReference(given.reference);
    const [openedAtMs, purpose] = [clock.now(), requirePurpose(mandate)];
    const untilMs = openedAtMs + (given.kind === 'case' ? CASE_MS : APPROVE_WITHIN_MS);
    const added = { ...given, reference, purpose, opd: staff.opd, openedAtMs, untilMs };
    const record = await store.add(actorIdOf(staff), added);
    try {
      await note(mandate, record, given.kind === 'case' ? 'Case' : 'BreakGlass.requested');
    } catch (error) {
      // What could not be written down must not be usable.
      await store.close(actorIdOf(staff), record.id, clock.now());
      throw error;
    }
    return record;
  };
  return {
    getOpenCase: async (caller, id) => {
      const staff = requireStaff(caller);
      const record = await store.find(actorIdOf(staff), id);
      if (!record || !isInForce(record, clock.now()) || record.opd !== staff.opd) throw noSuchCase();
      const { kind, nik, opd, purpose, basis, untilMs } = record;
      return { id, kind, nik, opd, purpose, basis, untilMs };
    },
    openCase: async (mandate, nik, reference) => {
      const { roles, opd } = requireStaff(mandate.caller);
      if (!roles.has('officer') || opd === undefined) throw noSuchCase();
      const given = { kind: 'case', nik, reference, reason: '', basis: 'public-task' } as const;
      return open(mandate, given);
    },
    closeCase: async (mandate, id) => {
      const closed = await store.close(actorIdOf(requireStaff(mandate.caller)), id, clock.now());
      if (!closed) throw noSuchCase();
      return closed;
    },
    requestBreakGlass: async (mandate, request) => {
      if (request.reason.trim().length < MIN_REASON_CHARS)
        throw new HubError('BAD_USER_INPUT', `The reason has at least ${MIN_REASON_CHARS} letters.`, {
          fix: 'Write what happened and why one person’s records are needed for it.',
        });
      return open(mandate, { ...request, kind: 'break-glass' });
    },
    approveBreakGlass: async (mandate, id) => {
      const nowMs = clock.now();
      const actor = actorIdOf(requireStaff(mandate.caller));
      const asked = await store.find(actor, id);
      if (!asked || asked.isOwn || !isApprovable(asked, nowMs)) throw notApprovable();
      await note(mandate, asked, 'BreakGlass.approved');
      const approved = await store.approve(actor, id, nowMs, nowMs + GLASS_BROKEN_MS);
      if (!approved) throw notApprovable();
      return approved;
    },
    listOwn: (mandate) => store.listOwn(actorIdOf(requireStaff(mandate.caller)), MAX_LISTED),
  };
}

function isInForce(record: CaseRecord, nowMs: number): boolean {
  const isReady = record.kind === 'case' || record.approvedAtMs !== undefined;
  return record.isOwn && isReady && record.closedAtMs === undefined && nowMs < record.untilMs;
}

function isApprovable({ kind, approvedAtMs, closedAtMs, untilMs }: CaseRecord, nowMs: number): boolean {
  return kind === 'break-glass' && approvedAtMs === undefined && closedAtMs === undefined && nowMs < untilMs;
}

function requireStaff(caller: Caller): StaffCaller {
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
  if (text !== '' && text.length <= 100 && !/\d(?:[ .-]?\d){14}/.test(text)) return text;
  throw new HubError('BAD_USER_INPUT', 'The reference is the case number of the OPD: 1 to 100 letters, no NIK.', {
    fix: 'Give the number under which your OPD files the case, such as DPMPTSP/2026/0012.',
  });
}

/** The same for a case that does not exist, is another's, or is over. */
function noSuchCase(): HubError {
  return new HubError('FORBIDDEN', 'There is no open case of yours with this id.', {
    fix: 'Open one first: mutation openCase, then send its id as header hub-case.',
  });
}

function notApprovable(): HubError {
  return new HubError('FORBIDDEN', 'This request cannot be approved by you now.', {
    fix: 'A second person approves it, within a day, once.',
  });
}
