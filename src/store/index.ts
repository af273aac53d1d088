/**
 * The hub's PostgreSQL: a server of its own when no DATABASE_URL is given, the pool, the migrations, and the tables.
 *
 * A NIK or another personal number is never stored as it is: a keyed hash joins, an encrypted value shows. This folder
 * does not know where keys and settings come from, who may read what, or which agency a record belongs to. It returns
 * personal data to its callers and writes none into messages or logs.
 */
export {
  type AppDefinition,
  appPatterns,
  DEFAULT_PER_MINUTE,
  MAX_PER_MINUTE,
} from './apps/app-definition.ts';
export { type AppRecord, createAppRecords } from './apps/app-records.ts';
export { type AppStore, createAppStore } from './apps/app-store.ts';
export { createAttachmentStore } from './attachments/attachment-store.ts';
export { claimAttachments } from './attachments/claim-attachments.ts';
export { createCaseStore } from './cases/case-store.ts';
export { createConsentStore } from './consents/consent-store.ts';
export { announceChanges } from './copies/announce-changes.ts';
export { type ApplicationChanges, openApplicationChanges } from './copies/application-changes.ts';
export { type ApplicationStream, createApplicationList } from './copies/application-list.ts';
export { type CopyKeys, createCopyKeys, hashLink, openContent } from './copies/copy-keys.ts';
export { createCopyReader } from './copies/copy-reader.ts';
export { createHeldCopies, type HeldCopy } from './copies/held-copies.ts';
export { createOpenCopies } from './copies/open-copies.ts';
export {
  type CopyRow,
  createPageTables,
  type KnownRow,
  listChanged,
  noteSeen,
  noteSteps,
  type PageKey,
  putPage,
  writeCopies,
} from './copies/page-tables.ts';
export {
  listQuarantinedContent,
  putQuarantine,
  type RejectedRow,
  releaseFitting,
  releaseUnseen,
} from './copies/quarantine-rows.ts';
export {
  addRecords,
  beginRun,
  fail,
  findInterruptedRun,
  getStreamRow,
  isPaused,
  NO_COUNTS,
  type RunRow,
  type StreamRow,
  saveDrift,
  saveProgress,
  succeed,
} from './copies/stream-state.ts';
export {
  allowShrink,
  countRecords,
  type KeptStatus,
  listKeptStatus,
  listQuarantine,
  listRuns,
  releaseRow,
  setStreamState,
} from './copies/stream-status.ts';
export { countCopies, countMissing, countSeen, type Missing, removeMissing } from './copies/sweep-end.ts';
export { createDataRequestStore } from './data-requests/data-request-store.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export { findRunningPostgres } from './embedded/find-running-postgres.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts';
export { createCityFigures } from './figures/city-figures.ts';
export { type CountedStream, createFigureSources } from './figures/figure-sources.ts';
export { writeFacts } from './figures/write-facts.ts';
export { createInspektoratSeal } from './levies/inspektorat-seal.ts';
export { createLevyCounts } from './levies/levy-counts.ts';
export { createLevyDesk } from './levies/levy-desk.ts';
export { createLevyPhotos } from './levies/levy-photos.ts';
export { createLinkAttempts } from './link-attempts.ts';
export type { AddedLinks, NewLink } from './link-writer.ts';
export { createLinkStore, type LinkStore, type LinkStoreOptions } from './links.ts';
export {
  type Claim,
  createDeliveryStore,
  type Delivery,
  type DeliveryStore,
  type Postponement,
  type WaitingSubmission,
} from './outbox/delivery-store.ts';
export {
  createOutboxDesk,
  type ListedSubmission,
  type OutboxCount,
  type OutboxDesk,
  type Resolution,
} from './outbox/outbox-desk.ts';
export { createOutboxStore, type OutboxStore } from './outbox/outbox-store.ts';
export {
  checkKeyRing,
  hashSubject,
  hashValue,
  type KeyRing,
  open,
  type Sealed,
  type SecretKey,
  seal,
} from './personal-data.ts';
export { createPushStore } from './pushes/push-store.ts';
export { createQuotaStore } from './quotas.ts';
export type { HubSchema } from './schema.ts';
export { createServiceSearch } from './services/service-search.ts';
export { withStoreErrors } from './store-error.ts';
export { createAllowanceStore } from './tpp/allowance-store.ts';
export { countReporting } from './tpp/count-reporting.ts';
export { listDueMonths } from './tpp/due-months.ts';
export { type MonthRun, type NewResult, withMonthRun } from './tpp/month-run.ts';
export type { EmployeeMonth } from './tpp/read-month.ts';
export { createLoginSeal } from './web-sessions/login-seal.ts';
export { createWebSessionStore } from './web-sessions/web-session-store.ts';
