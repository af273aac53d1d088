import { type Clock, systemClock } from './base/clock.ts';
import { findOpdName, gatherMyData, type PrivacyParts } from './city/index.ts';
import { createCaseDesk, createConsentDesk, createDataRequestDesk } from './identity/index.ts';
import type { AccessLog } from './ports/access-log.ts';
import type { Allowances } from './ports/allowances.ts';
import type { AppRegistry } from './ports/app-registry.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { ConsentStore } from './ports/consent-store.ts';
import type { DataRequestStore } from './ports/data-requests.ts';
import type { LinkBook } from './ports/link-book.ts';
import type { HeldCopy, OutboxStore } from './store/index.ts';

/** Where it is kept who may see whose data, why, and who did. */
export interface PrivacyStores {
  readonly accessLog: AccessLog;
  readonly cases: CaseStore;
  readonly consents: ConsentStore;
  readonly dataRequests: DataRequestStore;
  readonly links: Pick<LinkBook, 'listAll'>;
  readonly outbox: Pick<OutboxStore, 'listHeld'>;
  listCopies(nik: string): Promise<readonly HeldCopy[]>;
  readonly allowances: Pick<Allowances, 'listOfEmployee'>;
}

export interface HubPrivacyParts {
  readonly stores: PrivacyStores;
  readonly apps: AppRegistry;
  /** Lets go of what connectors keep of a citizen's answers. */
  purge(nik: string): void;
  readonly clock?: Clock;
}

/** Wires the desks of cases, consents and data requests to their stores. */
export function createHubPrivacy({ stores, apps, purge, clock = systemClock }: HubPrivacyParts): PrivacyParts {
  const { accessLog, cases: caseStore, consents: consentStore, dataRequests: requestStore } = stores;
  const cases = createCaseDesk({ store: caseStore, log: accessLog, clock });
  const isOpd = (code: string) => findOpdName(code) !== undefined;
  const { links, outbox, listCopies, allowances } = stores;
  const held = {
    accessLog,
    links,
    outbox,
    listCopies,
    allowances,
    cases: caseStore,
    consents: consentStore,
    requests: requestStore,
  };
  return {
    cases,
    consents: createConsentDesk({ store: consentStore, apps, findOpdName, purge, clock }),
    requests: createDataRequestDesk({ store: requestStore, cases, isOpd, clock }),
    accessLog,
    listNumbers: async (nik) => (await links.listAll(nik)).map(({ kind, value }) => ({ kind, number: value })),
    nameOfApp: (id) => apps.find(id)?.name ?? id,
    gatherMyData: (nik) => gatherMyData(held, nik, clock.now()),
  };
}
