import type { IncomingHttpHeaders } from 'node:http';
import { type Clock, systemClock } from '../base/clock.ts';
import type { ConsentStore } from '../ports/consent-store.ts';
import type { Admitted, AppAdmission } from './admit-app.ts';
import type { CitizenCaller } from './caller.ts';
import type { CaseDesk } from './cases/case-desk.ts';
import { anonymousMandate, type Mandate } from './mandate.ts';
import { narrowScopes } from './narrow-scopes.ts';
import type { TokenVerifier } from './token-verifier.ts';

export interface MandatesParts {
  readonly verifier: TokenVerifier;
  readonly admission: AppAdmission;
  readonly cases: Pick<CaseDesk, 'getOpenCase'>;
  readonly consents: Pick<ConsentStore, 'findScopes'>;
  readonly clock?: Clock;
}

/** Finds out what a request may do from its headers: who asks, in which application, for what, under which case. */
export interface Mandates {
  /** @throws HubError UNAUTHENTICATED, LOGIN_UNAVAILABLE, APP_UNKNOWN, PURPOSE_MISSING, TOO_MANY_REQUESTS or FORBIDDEN */
  of(headers: IncomingHttpHeaders): Promise<Mandate>;
}

/** Creates it; a citizen in one of the city's own applications costs no look-up in the database. */
export function createMandates(parts: MandatesParts): Mandates {
  const { verifier, admission, cases, clock = systemClock } = parts;
  return {
    of: async (headers) => {
      const admitted = admission.admit(await verifier.verify(headers.authorization), headers['hub-purpose']);
      const { caller, purpose } = admitted;
      if (caller.kind === 'anonymous') return anonymousMandate;
      const caseId = headers['hub-case'];
      if (caseId !== undefined) {
        const openCase = await cases.getOpenCase(caller, String(caseId));
        return { caller, openCase, purpose: openCase.purpose, basis: openCase.basis, isConsented: false };
      }
      if (caller.kind !== 'citizen')
        return { caller, purpose, openCase: undefined, basis: undefined, isConsented: false };
      if (admitted.app?.party === 'other') return askConsent(parts, caller, admitted, clock.now());
      return { caller, purpose, openCase: undefined, basis: 'self', isConsented: true };
    },
  };
}

/** Asked of the ledger each time, so that a withdrawal holds from the next request on. */
async function askConsent(
  { consents }: MandatesParts,
  caller: CitizenCaller,
  { app, purpose = '' }: Admitted,
  nowMs: number,
): Promise<Mandate> {
  const scopes = await consents.findScopes(caller.nik, app?.id ?? '', purpose, nowMs);
  const narrowed = scopes ? { ...caller, scopes: narrowScopes(caller.scopes, scopes) } : caller;
  return { caller: narrowed, purpose, openCase: undefined, basis: 'consent', isConsented: scopes !== undefined };
}
