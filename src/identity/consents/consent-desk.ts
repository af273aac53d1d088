import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { AppRegistry, RegisteredApp } from '../../ports/app-registry.ts';
import type { ConsentRecord, ConsentStore } from '../../ports/consent-store.ts';
import type { CitizenCaller } from '../caller.ts';
import type { Mandate } from '../mandate.ts';
import { type ConsentText, writeConsentText } from './consent-text.ts';

export interface ConsentDeskParts {
  readonly store: ConsentStore;
  readonly apps: AppRegistry;
  /** An agency's official name by its code. */
  readonly findOpdName: (code: string) => string | undefined;
  /** Lets go of what was kept of a citizen's answers. */
  readonly purge: (nik: string) => void;
  readonly clock?: Clock;
}

/** What a citizen is asked to consent to. */
export interface ConsentRequest {
  readonly app: string;
  readonly scopes: readonly string[];
  readonly purpose: string;
}

/** Where citizens let applications of others see their records, and stop it. */
export interface ConsentDesk {
  /** The text to be read. @throws HubError BAD_USER_INPUT for what the application is not registered for. */
  describe(request: ConsentRequest): ConsentText;
  /** @throws HubError BAD_USER_INPUT when another text was read; FORBIDDEN in any application but one of the city's own. */
  give(mandate: Mandate, request: ConsentRequest, textVersion: string): Promise<ConsentRecord>;
  /** Ends it for the next request already. @throws HubError NOT_FOUND */
  withdraw(mandate: Mandate, id: string): Promise<ConsentRecord>;
  list(nik: string): Promise<readonly ConsentRecord[]>;
}

const YEAR_MS = 365 * 24 * 3_600_000;

/** Creates the desk of consents. */
export function createConsentDesk(parts: ConsentDeskParts): ConsentDesk {
  const { store, apps, findOpdName, purge, clock = systemClock } = parts;
  const describe = (request: ConsentRequest): ConsentText => {
    const app = requireOther(apps, request);
    return writeConsentText(
      app,
      nameAgencies(request.scopes, findOpdName),
      request.purpose,
      formatJakartaDay(clock.now() + YEAR_MS),
    );
  };
  return {
    describe,
    give: async (mandate, request, textVersion) => {
      const { nik } = requireOwnApp(mandate, apps);
      if (describe(request).version !== textVersion)
        throw new HubError('BAD_USER_INPUT', 'The text of this consent has changed since it was read.', {
          fix: 'Show the text of consentText, then give its version.',
        });
      const givenAtMs = clock.now();
      const given = { ...request, scopes: [...request.scopes], textVersion, givenAtMs, untilMs: givenAtMs + YEAR_MS };
      return store.give(nik, given);
    },
    withdraw: async (mandate, id) => {
      const { nik } = requireOwnApp(mandate, apps);
      const withdrawn = await store.withdraw(nik, id, clock.now());
      if (!withdrawn) throw new HubError('NOT_FOUND', 'There is no consent in force with this id.');
      purge(nik);
      return withdrawn;
    },
    list: (nik) => store.list(nik),
  };
}

/** An application that could consent for the citizen would only have to ask itself. */
function requireOwnApp({ caller }: Mandate, apps: AppRegistry): CitizenCaller {
  if (caller.kind === 'citizen' && apps.find(caller.app)?.party === 'city') return caller;
  throw new HubError('FORBIDDEN', 'Consent is given and withdrawn in the city’s own applications only.', {
    fix: 'Send the citizen there; the application that wants consent cannot give it.',
  });
}

/** None for all of them. A scope that the text could not put into words is nothing that anybody can consent to. */
function nameAgencies(scopes: readonly string[], findOpdName: ConsentDeskParts['findOpdName']): string[] {
  if (scopes.includes('citizen')) return [];
  return scopes.map((scope) => findOpdName(scope.replace('citizen.', '')) ?? refuseRequest());
}

function requireOther(apps: AppRegistry, { app: id, scopes, purpose }: ConsentRequest): RegisteredApp {
  const app = apps.find(id);
  const isFit =
    app?.party === 'other' &&
    scopes.length > 0 &&
    scopes.every((scope) => app.scopes.has(scope)) &&
    app.purposes.includes(purpose);
  return isFit ? app : refuseRequest();
}

function refuseRequest(): never {
  throw new HubError('BAD_USER_INPUT', 'No application is registered that may ask for this.', {
    fix: 'Ask for scopes and a purpose that the application is registered for.',
  });
}
