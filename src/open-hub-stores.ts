import { readAppsFile } from './apps-file.ts';
import type { ChainPoint } from './audit/index.ts';
import { createAccessLog, type OpenAccessLog } from './audit/index.ts';
import type { Clock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import type { HubConfig } from './config/index.ts';
import type { PrivacyStores } from './hub-privacy.ts';
import { readLinksFile } from './links-file.ts';
import type { LinkAttempts, LinkBook } from './ports/link-book.ts';
import type { PushStore } from './ports/push-store.ts';
import type { QuotaStore } from './ports/quota-store.ts';
import {
  type AppStore,
  createAppStore,
  createCaseStore,
  createConsentStore,
  createDataRequestStore,
  createDeliveryStore,
  createLinkAttempts,
  createLinkStore,
  createOutboxStore,
  createPushStore,
  createQuotaStore,
  type Database,
  type DeliveryStore,
  type KeyRing,
  type LinkStore,
  type OutboxStore,
} from './store/index.ts';

/** Everything that the hub keeps in its database. */
export interface HubStores {
  readonly links: LinkStore;
  readonly linking: { readonly store: LinkBook; readonly attempts: LinkAttempts };
  readonly quotas: QuotaStore;
  readonly pushes: PushStore;
  readonly outbox: OutboxStore;
  readonly deliveries: DeliveryStore;
  readonly apps: AppStore;
  readonly privacy: PrivacyStores & { readonly accessLog: OpenAccessLog };
  /** Writes what waits, then ends the connections that hear of changes; the database stays open. */
  close(): Promise<void>;
}

export interface HubStoresOptions {
  readonly config: Pick<HubConfig, 'linksFile' | 'appsFile'>;
  readonly log: Log;
  readonly clock?: Clock;
  /** Hears how far the access log is written. */
  readonly onAppended?: (end: ChainPoint) => void;
}

/**
 * Opens the stores on a migrated database and reads in what files name, or opens nothing.
 * @throws HubError CONFIG_INVALID for keys or files that are wrong.
 */
export async function openHubStores(database: Database, keys: KeyRing, options: HubStoresOptions): Promise<HubStores> {
  const { config, log, clock, onAppended } = options;
  const links = createLinkStore(database, keys);
  const apps = await createAppStore(database, log);
  const accessLog = createAccessLog(database, keys, { ...(onAppended && { onAppended }) });
  const outbox = createOutboxStore(database, keys, clock);
  const close = async (): Promise<void> => {
    await accessLog.close();
    await apps.close();
    await links.close();
  };
  try {
    if (config.linksFile) await links.addLinks(readLinksFile(config.linksFile));
    if (config.appsFile) await apps.upsert(readAppsFile(config.appsFile));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    links,
    linking: { store: links, attempts: createLinkAttempts(database, keys) },
    apps,
    quotas: createQuotaStore(database),
    pushes: createPushStore(database, keys),
    outbox,
    deliveries: createDeliveryStore(database, keys, clock),
    privacy: {
      accessLog,
      cases: createCaseStore(database, keys),
      consents: createConsentStore(database, keys),
      dataRequests: createDataRequestStore(database, keys),
      links,
      outbox,
    },
    close,
  };
}
