import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { AccessLog } from '../../ports/access-log.ts';
import type { CaseRecord, CaseStore } from '../../ports/case-store.ts';
import type { Caller } from '../caller.ts';
import { actorIdOf } from '../describe-actor.ts';
import type { Mandate, OpenCase } from '../mandate.ts';
import { createCaseOpener, noSuchCase, requireStaff } from './open-case.ts';

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
  /** Opens one on whoever has asked the office about his data, which is its duty to answer. */
  openForRequest(mandate: Mandate, nik: string, requestId: string): Promise<CaseRecord>;
  closeCase(mandate: Mandate, id: string): Promise<CaseRecord>;
  /** Asks for all of one person's records; nothing is shown until a second person has approved it. */
  requestBreakGlass(mandate: Mandate, request: BreakGlassRequest): Promise<CaseRecord>;
  /** What waits for a second person's approval, with its reasons; that they were read stands in the citizens' logs. */
  listToApprove(mandate: Mandate): Promise<readonly CaseRecord[]>;
  /** Lets the requester see them for thirty minutes from now. @throws HubError FORBIDDEN for the requester himself */
  approveBreakGlass(mandate: Mandate, id: string): Promise<CaseRecord>;
  /** The caller's own, the newest first. */
  listOwn(mandate: Mandate): Promise<readonly CaseRecord[]>;
}

/** What a case is for that answers a citizen's request about his data. */
const REQUEST_PURPOSE = 'hak-subjek-data';
const GLASS_BROKEN_MS = 30 * 60_000;
const MIN_REASON_CHARS = 20;
const MAX_LISTED = 100;

/** Creates the desk; whatever it opens stands in that person's access log before it can be used. */
export function createCaseDesk({ store, log, clock = systemClock }: CaseDeskParts): CaseDesk {
  const { note, noteTry, open } = createCaseOpener({ store, log, clock });
  return {
    getOpenCase: async (caller, id) => {
      const staff = requireStaff(caller);
      const record = await store.find(actorIdOf(staff), id);
      if (!record || !isInForce(record, clock.now()) || record.opd !== staff.opd) {
        // Refused in the same words when it cannot be written down, or the words would tell that there is such a case.
        if (record && !record.isOwn) await noteTry(caller, record).catch(() => {});
        throw noSuchCase();
      }
      const { kind, nik, opd, purpose, basis, untilMs } = record;
      return { id, kind, nik, opd, purpose, basis, untilMs };
    },
    openCase: async (mandate, nik, reference) => {
      const { roles, opd } = requireStaff(mandate.caller);
      if (!roles.has('officer') || opd === undefined) throw noSuchCase();
      const given = { kind: 'case', nik, reference, reason: '', basis: 'public-task' } as const;
      return open(mandate, given);
    },
    openForRequest: (mandate, nik, requestId) => {
      const given = { kind: 'case', nik, reference: `permintaan ${requestId.slice(0, 8)}`, reason: '' } as const;
      return open({ ...mandate, purpose: REQUEST_PURPOSE }, { ...given, basis: 'legal-duty' });
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
    listToApprove: async (mandate) => {
      const actor = actorIdOf(requireStaff(mandate.caller));
      const waiting = await store.listToApprove(actor, clock.now(), MAX_LISTED);
      for (const record of waiting) await note(mandate, record, 'BreakGlass.reason');
      return waiting;
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

function notApprovable(): HubError {
  return new HubError('FORBIDDEN', 'This request cannot be approved by you now.', {
    fix: 'A second person approves it, within a day, once.',
  });
}
