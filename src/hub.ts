import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Clock, systemClock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import { citySdl, findOpdName } from './city/index.ts';
import type { HubConfig } from './config/index.ts';
import { type CompiledStream, listOpds, readOpdSdl, type Settings } from './connector/index.ts';
import { composeSupergraph, createEngine, type SubgraphDefinition } from './federation/index.ts';
import {
  createErrorFormatter,
  createGateway,
  createMetrics,
  createTrustedDocuments,
  defaultLimits,
  findPersonalInputs,
} from './gateway/index.ts';
import { createHubAllowances } from './hub-allowances.ts';
import { createHubCallers, type HubCallers } from './hub-callers.ts';
import { createHubDeliveries } from './hub-deliveries.ts';
import { createHubFigures } from './hub-figures.ts';
import type { PrivacyStores } from './hub-privacy.ts';
import { createHubSessions } from './hub-sessions.ts';
import { type HubSubgraphs, openSubgraphs } from './hub-subgraphs.ts';
import type { LinkDeskParts, SubgraphKey, SubgraphTokenSigner } from './identity/index.ts';
import { createLoggedRelease } from './log-answers.ts';
import type { CopyStore } from './open-hub-stores.ts';
import type { AppRegistry } from './ports/app-registry.ts';
import type { AttachmentStore } from './ports/attachment-store.ts';
import type { Jobs, RunJob, ScheduledJob } from './ports/jobs.ts';
import type { LevyCounts } from './ports/levy-counts.ts';
import type { LevyDesk, LevyPhotos } from './ports/levy-desk.ts';
import type { LinkReader } from './ports/link-reader.ts';
import type { PushStore } from './ports/push-store.ts';
import type { QuotaStore } from './ports/quota-store.ts';
import type { ServiceSearch } from './ports/service-search.ts';
import type { SyncFigures } from './ports/sync-figures.ts';
import type { LoginSeal, WebSessionStore } from './ports/web-session-store.ts';
import { projectRoot } from './project-root.ts';
import { readRelease } from './read-release.ts';
import { readSampleOperations, type SampleOperation } from './sample-operations.ts';
import type { DeliveryStore, OutboxDesk, OutboxStore } from './store/index.ts';
import { composeSubgraphSdl, scalars } from './subgraph/index.ts';
import { createStreamJob, type Deliveries, type HubJobs, type StreamRunner } from './sync/index.ts';
import { readPageDocuments, registerWeb, type WebOptions } from './web/index.ts';

/** What the hub is plugged into; main.ts brings the real ones. */
export interface HubParts {
  readonly config: HubConfig;
  /** Addresses and secrets of the OPDs' systems, by the names in their connector files. */
  readonly systemSettings: Settings;
  readonly links: LinkReader;
  /** What citizens link their numbers with; without it they cannot. */
  readonly linking?: Pick<LinkDeskParts, 'store' | 'attempts'>;
  /** Where daily quotas are counted; without it from zero at every start. */
  readonly quotas?: QuotaStore;
  /** Where what systems push is kept; without it they cannot. */
  readonly pushes?: PushStore;
  /** Where what citizens hand in for OPDs is kept; without it they cannot. */
  readonly outbox?: OutboxStore;
  /** Where files for it are kept; without it there are none. */
  readonly attachments?: AttachmentStore;
  /** What brings it to the OPDs; without it, or without jobs, another process on the database does. */
  readonly deliveries?: DeliveryStore;
  /** How much of it waits, and what officers decide of it; without it nobody is told. */
  readonly outboxDesk?: OutboxDesk;
  /** The hub's copies of the OPDs' records; without them everything is read live. */
  readonly copies?: CopyStore;
  /** Finds services by words; without it they are only listed. */
  readonly serviceSearch?: ServiceSearch;
  /** Where reports of illegal levies are kept; without it there are none. */
  readonly levies?: LevyDesk;
  /** Where photos for them are kept; without it there are none. */
  readonly levyPhotos?: LevyPhotos;
  /** How many reports there are. */
  readonly levyCounts?: LevyCounts;
  /** The queues; whoever brings them starts them with the hub's work. */
  readonly jobs?: Pick<Jobs, 'add' | 'findNextRunMs' | 'count'>;
  /** The same for the board that operators may look at; without them there is none. */
  readonly boardQueues?: () => Promise<HubJobs['queues']>;
  readonly log: Log;
  readonly readiness: { check(): Promise<Readonly<Record<string, boolean>>> };
  readonly clock?: Clock;
  /** Needed when an OPD runs its own subgraph. */
  readonly subgraphSigner?: SubgraphTokenSigner | undefined;
  /** The applications that are let in. */
  readonly apps: AppRegistry;
  /** Signs applications' own tokens. */
  readonly appTokenKey: SubgraphKey;
  /** Where it is kept who may see whose data, why, and who did. */
  readonly privacy: PrivacyStores;
  /** Where log-in sessions of the hub's own pages are kept; without it there are none. */
  readonly webSessions?: { readonly store: WebSessionStore; readonly seal: LoginSeal };
  /** Another folder of connectors than the project's own. */
  readonly connectorsDir?: string;
  /** The folder of the built pages, once they are; without it the hub has none. */
  readonly pages?: Promise<string>;
}

/** Work in the background, for whoever has queues. */
export interface HubWork {
  /** `dpmptsp/perizinan`: the systems that may have jobs. */
  readonly systems: readonly string[];
  /** What does the jobs, by their names. */
  readonly runners: Readonly<Record<string, RunJob>>;
  /** What comes again and again beside the streams. */
  readonly schedules?: readonly ScheduledJob[];
  /** What the copies are made of. */
  readonly streams: readonly CompiledStream[];
  /** What makes them; absent where there are no copies. */
  readonly runner: StreamRunner | undefined;
  /** How it fares, where that is known. */
  readonly figures: SyncFigures | undefined;
}

/** The hub, wired and not yet listening. */
export interface Hub {
  readonly app: FastifyInstance;
  /** What is to be done in the background. */
  readonly work: HubWork;
  /** Answers what is under way, then closes what it opened. */
  close(): Promise<void>;
}

/** Wires the hub together. @throws HubError CONFIG_INVALID for any mistake in connectors or schemas. */
export async function createHub(parts: HubParts): Promise<Hub> {
  const { config, log, clock } = parts;
  const sharedSdl = readSharedSdl();
  const root = parts.connectorsDir ?? join(projectRoot, 'connectors');
  const subgraphs = await openSubgraphs(parts, root, sharedSdl);
  const deliveries = createHubDeliveries(parts, subgraphs.submissions);
  const figures = createHubFigures(parts, subgraphs);
  const supergraphSdl = composeSupergraph(subgraphs.definitions);
  const release = createLoggedRelease(parts.privacy.accessLog, clock);
  const engine = createEngine({ supergraphSdl, links: subgraphs.links, scalars, release });
  const operations = readSampleOperations(join(projectRoot, 'schema/operations'));
  const callers = createHubCallers(parts, subgraphs.privacy.cases);
  const app = await createGateway({
    engine,
    formatError: createErrorFormatter({ log, findOpdName }),
    corsOrigins: config.corsOrigins,
    listAppOrigins: parts.apps.listOrigins,
    oauth: callers.oauth,
    readiness: parts.readiness,
    sessions: createHubSessions(parts),
    ingest: { find: subgraphs.findIngest, ...(clock && { clock }) },
    metrics: { metrics: createMetrics(subgraphs.status, dutiesOf(parts), figures), token: config.metricsToken },
    ...(parts.boardQueues && { jobBoard: boardOf(parts.boardQueues, callers, clock) }),
    ...(parts.attachments && { attachments: { store: parts.attachments, findCitizen: callers.findCitizen } }),
    ...(parts.levyPhotos && { levyPhotos: parts.levyPhotos }),
    exports: { operations: new Map(operations.map(({ name, text }) => [name, text])), log },
    personalInputs: findPersonalInputs(supergraphSdl),
    limits: defaultLimits,
    trusted: createTrustedDocuments([
      ...operations.flatMap(({ text, fileText }) => [fileText, text]),
      ...readPageDocuments(),
    ]),
    isTrustedOnly: config.operations === 'trusted',
    contextOf: callers.contextOf,
    renewContext: callers.renewContext,
    expiryOf: callers.expiryOf,
  });
  await registerWeb(app, describeWeb(parts, operations));
  const close = async () => {
    await app.close();
    engine.close();
    await deliveries?.close();
    await subgraphs.close();
  };
  try {
    // The planner has been reading the supergraph all the while.
    await Promise.all([app.ready(), engine.ready()]);
  } catch (error) {
    await close();
    throw error;
  }
  deliveries?.start();
  return { app, work: { ...listWork(parts, subgraphs, deliveries), figures }, close };
}

function describeWeb({ config, pages, log }: HubParts, operations: readonly SampleOperation[]): WebOptions {
  return {
    ...(config.explorerTokenEndpoint && { tokenEndpoint: config.explorerTokenEndpoint }),
    ...{ operations, graphqlPath: '/graphql', release: readRelease() },
    ...(pages && { pages }),
    onPagesFailed: (error) => log.error('pages not built', { error }),
  };
}

function listWork(parts: HubParts, { systems, streams, services }: HubSubgraphs, deliveries: Deliveries | undefined) {
  const { copies, log } = parts;
  const sync = copies && createStreamJob(copies.runner, streams, log);
  const { runners, schedules } = createHubAllowances(parts, services);
  return {
    systems: [...systems, ...schedules.map(({ system }) => system)],
    ...{ streams, schedules, runner: copies?.runner },
    runners: { ...deliveries?.runners, ...(sync && { sync }), ...runners },
  };
}

/** Loaded when the first operator looks. */
function boardOf(
  listQueues: NonNullable<HubParts['boardQueues']>,
  { findOperator }: HubCallers,
  clock: Clock | undefined,
) {
  const open = async (basePath: string) => (await import('./sync/index.ts')).openJobBoard(await listQueues(), basePath);
  return { open, findOperator, ...(clock && { clock }) };
}

/** What operators are told is late. */
function dutiesOf({ privacy, clock = systemClock }: HubParts) {
  return { countOpen: () => privacy.dataRequests.countOpen(clock.now()) };
}

/** The hub's own subgraph and every OPD's in the project, as their files are now. */
export function listCommittedSubgraphs(): SubgraphDefinition[] {
  const sharedSdl = readSharedSdl();
  const root = join(projectRoot, 'connectors');
  const ofOpds = listOpds(root).map((name) => ({ name, sdl: readOpdSdl(root, name), resolvers: {} }));
  return [{ ...citySdl, resolvers: {} }, ...ofOpds].map((module) => ({
    name: module.name,
    sdl: composeSubgraphSdl(module, sharedSdl),
  }));
}

/** The supergraph of them, as it is committed. */
export function composeCommittedSupergraph(): string {
  return composeSupergraph(listCommittedSubgraphs());
}

/** The types that every subgraph may use. */
export function readSharedSdl(): string {
  return readFileSync(join(projectRoot, 'schema/shared.graphql'), 'utf8');
}
