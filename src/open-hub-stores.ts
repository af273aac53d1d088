import { readAppsFile } from './apps-file.ts';
import type { ChainPoint } from './audit/index.ts';
import { createAccessLog, type OpenAccessLog } from './audit/index.ts';
import { type Clock, systemClock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import { describeServices } from './city/index.ts';
import type { HubConfig } from './config/index.ts';
import type { PrivacyStores } from './hub-privacy.ts';
import { readLinksFile } from './links-file.ts';
import type { Allowances } from './ports/allowances.ts';
import type { ApplicationList } from './ports/application-list.ts';
import type { AttachmentStore } from './ports/attachment-store.ts';
import type { CityFigures } from './ports/city-figures.ts';
import type { CopyReader } from './ports/copy-reader.ts';
import type { FigureSources } from './ports/figure-sources.ts';
import type { LevyCounts } from './ports/levy-counts.ts';
import type { LevyDesk, LevyPhotos } from './ports/levy-desk.ts';
import type { LinkAttempts, LinkBook } from './ports/link-book.ts';
import type { OpenCopies } from './ports/open-copies.ts';
import type { PushStore } from './ports/push-store.ts';
import type { QuotaStore } from './ports/quota-store.ts';
import type { ServiceSearch } from './ports/service-search.ts';
import type { LoginSeal, WebSessionStore } from './ports/web-session-store.ts';
import {
  type ApplicationChanges,
  type ApplicationStream,
  type AppStore,
  type CountedStream,
  countRecords,
  createAllowanceStore,
  createApplicationList,
  createAppStore,
  createAttachmentStore,
  createCaseStore,
  createCityFigures,
  createConsentStore,
  createCopyReader,
  createDataRequestStore,
  createDeliveryStore,
  createFigureSources,
  createHeldCopies,
  createInspektoratSeal,
  createLevyCounts,
  createLevyDesk,
  createLevyPhotos,
  createLinkAttempts,
  createLinkStore,
  createLoginSeal,
  createOpenCopies,
  createOutboxDesk,
  createOutboxStore,
  createPushStore,
  createQuotaStore,
  createServiceSearch,
  createWebSessionStore,
  type Database,
  type DeliveryStore,
  type KeyRing,
  type LinkStore,
  type OutboxDesk,
  type OutboxStore,
  openApplicationChanges,
} from './store/index.ts';
import type { StreamRunner } from './sync/index.ts';

/** The hub's copies of the OPDs' records, and what keeps them up to date. */
export interface CopyStore {
  readonly reader: CopyReader;
  readonly open: OpenCopies;
  readonly runner: StreamRunner;
  /** How many it holds. */
  countRecords(): Promise<number>;
  listApplications(streams: readonly ApplicationStream[]): ApplicationList;
  /** What is computed from them of the employees' allowances (TPP). */
  readonly allowances: Allowances;
  /** The city's figures, counted from these. */
  readonly figures: CityFigures;
  listFigureSources(streams: readonly CountedStream[]): FigureSources;
}

/** Everything that the hub keeps in its database. */
export interface HubStores {
  readonly links: LinkStore;
  readonly linking: { readonly store: LinkBook; readonly attempts: LinkAttempts };
  readonly quotas: QuotaStore;
  readonly pushes: PushStore;
  readonly copies: CopyStore;
  readonly outbox: OutboxStore;
  readonly attachments: AttachmentStore;
  readonly deliveries: DeliveryStore;
  readonly outboxDesk: OutboxDesk;
  readonly apps: AppStore;
  readonly serviceSearch: ServiceSearch;
  readonly levies: LevyDesk;
  readonly levyPhotos: LevyPhotos;
  readonly levyCounts: LevyCounts;
  readonly webSessions: { readonly store: WebSessionStore; readonly seal: LoginSeal };
  readonly privacy: PrivacyStores & { readonly accessLog: OpenAccessLog };
  /** Writes what waits, then ends the connections that hear of changes; the database stays open. */
  close(): Promise<void>;
}

export interface HubStoresOptions {
  readonly config: Pick<HubConfig, 'linksFile' | 'appsFile' | 'inspektoratKey'>;
  readonly log: Log;
  readonly clock?: Clock;
  /** Where the files lie that citizens upload. */
  readonly attachmentsDir: string;
  /** Hears how far the access log is written. */
  readonly onAppended?: (end: ChainPoint) => void;
}

/**
 * Opens the stores on a migrated database and reads in what files name, or opens nothing.
 * @throws HubError CONFIG_INVALID for keys or files that are wrong.
 */
export async function openHubStores(database: Database, keys: KeyRing, options: HubStoresOptions): Promise<HubStores> {
  const { config, log, clock, onAppended, attachmentsDir } = options;
  const links = createLinkStore(database, keys);
  const apps = await createAppStore(database, log);
  const accessLog = createAccessLog(database, keys, { ...(onAppended && { onAppended }) });
  const allowances = createAllowanceStore(database, keys);
  const outbox = createOutboxStore(database, keys, clock);
  const changes = openApplicationChanges(database);
  const serviceSearch = createServiceSearch(database, log);
  const close = async (): Promise<void> => {
    await changes.close();
    await accessLog.close();
    await apps.close();
    await links.close();
  };
  try {
    if (config.linksFile) await links.addLinks(readLinksFile(config.linksFile));
    if (config.appsFile) await apps.upsert(readAppsFile(config.appsFile));
    const { services, version } = describeServices();
    await serviceSearch.fill(services, version);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    links,
    copies: openCopies(database, keys, { clock, allowances, links, changes }),
    linking: { store: links, attempts: createLinkAttempts(database, keys) },
    apps,
    serviceSearch,
    ...openLevies(database, keys, config.inspektoratKey, clock),
    ...openWebSessions(database, keys, clock),
    ...{ quotas: createQuotaStore(database), pushes: createPushStore(database, keys) },
    outbox,
    attachments: createAttachmentStore(database, keys, { folder: attachmentsDir, ...(clock && { clock }) }),
    deliveries: createDeliveryStore(database, keys, clock),
    outboxDesk: createOutboxDesk(database, keys, clock),
    privacy: {
      accessLog,
      cases: createCaseStore(database, keys),
      consents: createConsentStore(database, keys),
      dataRequests: createDataRequestStore(database, keys),
      links,
      outbox,
      listCopies: createHeldCopies(database, keys, links),
      allowances,
    },
    close,
  };
}

interface CopyParts extends Pick<CopyStore, 'allowances'> {
  readonly clock: Clock | undefined;
  readonly links: LinkStore;
  readonly changes: ApplicationChanges;
}

function openCopies(database: Database, keys: KeyRing, parts: CopyParts): CopyStore {
  const { clock = systemClock, allowances, links, changes } = parts;
  return {
    reader: createCopyReader(database, keys),
    open: createOpenCopies(database),
    runner: { database, ring: keys, clock },
    countRecords: () => countRecords(database.pool),
    listApplications: (streams) => createApplicationList({ database, keys, links, streams, changes }),
    figures: createCityFigures(database),
    allowances,
    listFigureSources: (streams) => createFigureSources(database, streams),
  };
}

function openLevies(database: Database, keys: KeyRing, publicKey: string | undefined, clock: Clock = systemClock) {
  const seal = createInspektoratSeal(publicKey);
  return {
    levies: createLevyDesk(database, keys, { seal, clock }),
    levyPhotos: createLevyPhotos(database, seal, clock),
    levyCounts: createLevyCounts(database),
  };
}

function openWebSessions(database: Database, keys: KeyRing, clock: Clock | undefined) {
  return { webSessions: { store: createWebSessionStore(database, keys, clock), seal: createLoginSeal(keys) } };
}
