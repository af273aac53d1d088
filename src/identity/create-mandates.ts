import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../base/clock.ts';
import { HubError } from '../base/hub-error.ts';
import type { ConsentStore } from '../ports/consent-store.ts';
import type { Admitted, AppAdmission } from './admit-app.ts';
import type { Caller, CitizenCaller } from './caller.ts';
import type { CaseDesk } from './cases/case-desk.ts';
import { anonymousMandate, type Mandate } from './mandate.ts';
import { narrowScopes } from './narrow-scopes.ts';

export interface MandatesParts {
  readonly admission: AppAdmission;
  readonly cases: Pick<CaseDesk, 'getOpenCase'>;
  readonly consents: Pick<ConsentStore, 'findScopes'>;
  readonly clock: Clock;
}

/** Finds out what a request may do: in which application it is made, for what, and under which case. */
export interface Mandates {
  /**
   * Without a promise, and without asking the database, for a citizen in one of the city's own applications.
   * @throws HubError APP_UNKNOWN, PURPOSE_MISSING, TOO_MANY_REQUESTS, or FORBIDDEN for a case that is not the caller's and for
   * staff in an application of somebody else
   */
  of(caller: Caller, headers: IncomingHttpHeaders): Mandate | Promise<Mandate>;
}

/** Creates it. */
export function createMandates(parts: MandatesParts): Mandates {
  const { admission } = parts;
  return {
    of: (given, headers) => {
      const caseId = headers['hub-case'];
      const admitted = admission.admit(given, headers['hub-purpose'], caseId !== undefined);
      const { caller, purpose } = admitted;
      if (caller.kind === 'anonymous') return anonymousMandate;
      if (caller.kind === 'staff' && admitted.app?.party !== 'city') throw notForStaff();
      if (caseId !== undefined) return underCase(parts, caller, String(caseId));
      if (caller.kind !== 'citizen')
        return { caller, purpose, openCase: undefined, basis: undefined, isConsented: false };
      if (admitted.app?.party === 'other') return underConsent(parts, caller, admitted);
      return { caller, purpose, openCase: undefined, basis: 'self', isConsented: true };
    },
  };
}

/** No citizen can consent to what an officer shows another's application. */
function notForStaff(): HubError {
  return new HubError('FORBIDDEN', 'Staff work in the city’s own applications only.', {
    fix: 'Log in through an application that is registered with --party city.',
  });
}

async function underCase({ cases }: MandatesParts, caller: Caller, id: string): Promise<Mandate> {
  const openCase = await cases.getOpenCase(caller, id);
  return { caller, openCase, purpose: openCase.purpose, basis: openCase.basis, isConsented: false };
}

/** Asked of the ledger each time, so that a withdrawal holds from the next request on. */
async function underConsent(
  { consents, clock }: MandatesParts,
  caller: CitizenCaller,
  { app, purpose = '' }: Admitted,
): Promise<Mandate> {
  const scopes = await consents.findScopes(caller.nik, app?.id ?? '', purpose, clock.now());
  const narrowed = scopes ? { ...caller, scopes: narrowScopes(caller.scopes, scopes) } : caller;
  return { caller: narrowed, purpose, openCase: undefined, basis: 'consent', isConsented: scopes !== undefined };
}
