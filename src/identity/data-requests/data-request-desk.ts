import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { CaseRecord } from '../../ports/case-store.ts';
import type { DataRequest, DataRequestKind, DataRequestStore } from '../../ports/data-requests.ts';
import type { CitizenCaller, StaffCaller } from '../caller.ts';
import type { CaseDesk } from '../cases/case-desk.ts';
import type { Mandate } from '../mandate.ts';

export interface DataRequestDeskParts {
  readonly store: DataRequestStore;
  readonly cases: Pick<CaseDesk, 'openForRequest'>;
  /** Whether there is an agency of this code. */
  readonly isOpd: (code: string) => boolean;
  readonly clock: Clock;
}

/** Where citizens ask for their data to be corrected, erased or left alone, and where that is answered in time. */
export interface DataRequestDesk {
  /** @throws HubError BAD_USER_INPUT or FORBIDDEN */
  ask(mandate: Mandate, kind: DataRequestKind, opd: string, what: string): Promise<DataRequest>;
  list(nik: string): Promise<readonly DataRequest[]>;
  /** Those that the officer's OPD must answer, the most urgent first; whose they are shows in a case only. */
  listOpen(mandate: Mandate): Promise<readonly DataRequest[]>;
  /** Opens a case on whoever made the request, so that it can be worked on. @throws HubError NOT_FOUND */
  take(mandate: Mandate, id: string): Promise<CaseRecord>;
  /** @throws HubError NOT_FOUND when the OPD has no open request of this id. */
  answer(mandate: Mandate, id: string, outcome: 'done' | 'refused', answer: string): Promise<DataRequest>;
}

/** UU 27/2022 article 32 and those after it: 3 x 24 hours. */
const ANSWER_WITHIN_MS = 3 * 24 * 3_600_000;
const MAX_OPEN = 10;
const MAX_LISTED = 200;
const MIN_CHARS = 10;
const MAX_CHARS = 2000;

/** Creates the desk of requests about data. */
export function createDataRequestDesk({ store, cases, isOpd, clock }: DataRequestDeskParts): DataRequestDesk {
  return {
    ask: async (mandate, kind, opd, what) => {
      const { nik } = requireCitizen(mandate);
      if (opd !== 'city' && !isOpd(opd))
        throw new HubError('BAD_USER_INPUT', 'There is no such agency.', { fix: 'opd is a code of opds, or city.' });
      const open = (await store.list(nik)).filter(({ answeredAtMs }) => answeredAtMs === undefined);
      if (open.length >= MAX_OPEN)
        throw new HubError('BAD_USER_INPUT', `At most ${MAX_OPEN} requests wait for their answer at a time.`);
      const askedAtMs = clock.now();
      return store.add(nik, { kind, opd, what: checkText(what), askedAtMs, dueAtMs: askedAtMs + ANSWER_WITHIN_MS });
    },
    list: (nik) => store.list(nik),
    listOpen: async (mandate) => store.listOpen(deskOf(requireStaff(mandate)), MAX_LISTED),
    take: async (mandate, id) => {
      const waiting = await store.listOpen(deskOf(requireStaff(mandate)), MAX_LISTED);
      const request = waiting.find((one) => one.id === id) ?? notFound();
      return cases.openForRequest(mandate, request.nik, id);
    },
    answer: async (mandate, id, outcome, answer) => {
      const opd = deskOf(requireStaff(mandate));
      return (await store.answer(opd, id, outcome, checkText(answer), clock.now())) ?? notFound();
    },
  };
}

/** What the hub itself holds is its operators' to answer for. */
function deskOf({ roles, opd }: StaffCaller): string {
  if (roles.has('officer') && opd !== undefined) return opd;
  if (roles.has('operator')) return 'city';
  return notFound();
}

function requireCitizen({ caller }: Mandate): CitizenCaller {
  if (caller.kind === 'citizen') return caller;
  throw new HubError('FORBIDDEN', 'A citizen asks about his own data.', { fix: 'Log in as the citizen.' });
}

function requireStaff({ caller }: Mandate): StaffCaller {
  return caller.kind === 'staff' ? caller : notFound();
}

function checkText(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length >= MIN_CHARS && trimmed.length <= MAX_CHARS) return trimmed;
  throw new HubError('BAD_USER_INPUT', `The text has ${MIN_CHARS} to ${MAX_CHARS} letters.`);
}

function notFound(): never {
  throw new HubError('NOT_FOUND', 'Your office has no open request of this id.', { fix: 'See openDataRequests.' });
}
