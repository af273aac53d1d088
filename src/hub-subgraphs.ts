import { HubError } from './base/hub-error.ts';
import type { Log } from './base/log.ts';
import { citySdl, createOpdCodes, createServiceRules, type PrivacyParts } from './city/index.ts';
import {
  type CompiledStream,
  type CompiledSubmission,
  type Connector,
  listOpds,
  loadConnectors,
  readOpdSdl,
} from './connector/index.ts';
import { createLocalLink, type SubgraphDefinition, type SubgraphLink } from './federation/index.ts';
import type { HubParts } from './hub.ts';
import { createHubCity } from './hub-city.ts';
import { createHubPrivacy } from './hub-privacy.ts';
import type { FindIngest, IngestTarget } from './ports/ingest.ts';
import type { Jobs } from './ports/jobs.ts';
import type { ServiceRules } from './ports/service-rules.ts';
import type { StatusReader } from './ports/system-status.ts';
import { createRemoteOpdLink } from './remote-opd.ts';
import { buildSubgraph, composeSubgraphSdl } from './subgraph/index.ts';
import { createOutbox, streamJob } from './sync/index.ts';

/** All subgraphs of a hub, in this process or at their OPD. */
export interface HubSubgraphs {
  readonly definitions: readonly SubgraphDefinition[];
  readonly links: readonly SubgraphLink[];
  /** How the systems fare that this process calls. */
  readonly status: StatusReader;
  readonly findIngest: FindIngest;
  /** `dpmptsp/perizinan`: the systems that this process calls. */
  readonly systems: readonly string[];
  /** What of them the hub can keep copies of. */
  readonly streams: readonly CompiledStream[];
  /** What the connectors of this process can bring to their systems. */
  readonly submissions: readonly CompiledSubmission[];
  /** What the catalogue says of services. */
  readonly services: ServiceRules;
  /** The desks behind the hub's own subgraph. */
  readonly privacy: PrivacyParts;
  close(): Promise<void>;
}

/** Opens the hub's own subgraph and one for each OPD. @throws HubError CONFIG_INVALID for any mistake in their files. */
export async function openSubgraphs(parts: HubParts, root: string, sharedSdl: string): Promise<HubSubgraphs> {
  const { config, systemSettings: settings, links: linkReader, quotas, pushes, clock, log, jobs } = parts;
  const outbox = parts.outbox && createOutbox(parts.outbox, jobs, log);
  const opds = config.connectors.length > 0 ? config.connectors : listOpds(root);
  const urls = config.subgraphUrls;
  refuseUnknown([...urls.keys()].filter((name) => !opds.includes(name)));
  const here = opds.filter((opd) => !urls.has(opd));
  const opdCodes = createOpdCodes();
  const services = createServiceRules();
  const options = {
    root,
    sharedSdl,
    settings,
    links: linkReader,
    opds: opdCodes,
    services,
    ...(quotas && { quotas }),
    ...(pushes && { pushes }),
    ...(parts.copies && { copies: parts.copies.reader }),
    ...(outbox && { outbox }),
    ...(clock && { clock }),
  };
  const connectors = loadConnectors(here, options);
  const status = { listSystems: () => connectors.flatMap((one) => one.listStatus()) };
  const purge = (nik: string): void => {
    for (const one of connectors) one.purge(nik);
  };
  const systems = connectors.flatMap(({ opd, systems: ofOpd }) => ofOpd.map(({ name }) => `${opd}/${name}`));
  const streams = connectors.flatMap((one) => one.systems.flatMap((system) => system.streams));
  const privacy = createHubPrivacy({ stores: parts.privacy, apps: parts.apps, purge, ...(clock && { clock }) });
  const around = { connectors, streams, status, privacy, outbox };
  const city = createHubCity(parts, { ...around, opds: opdCodes, services, opdsInGraph: opds });
  const modules = [city, ...connectors.map(({ opd, sdl, resolvers }) => ({ name: opd, sdl, resolvers }))];
  const local = await Promise.all(modules.map((module) => buildSubgraph(module, sharedSdl)));
  const remote = [...urls].map(([opd, url]) => createRemoteOpdLink(opd, url, requireSigner(parts)));
  const sdls = new Map(local.map(({ name, sdl }) => [name, sdl]));
  const sdlOf = (name: string): string =>
    sdls.get(name) ?? composeSubgraphSdl({ name, sdl: readOpdSdl(root, name), resolvers: {} }, sharedSdl);
  return {
    status,
    services,
    findIngest: createIngestFinder(connectors, parts),
    systems,
    streams,
    submissions: connectors.flatMap(({ systems }) => systems.flatMap((one) => one.submissions)),
    privacy,
    definitions: [citySdl.name, ...opds].map((name) => ({ name, sdl: sdlOf(name) })),
    links: [...local.map(({ name, schema }) => createLocalLink(name, schema, (context) => context)), ...remote],
    close: async () => {
      await Promise.all([...local, ...connectors, ...remote].map((one) => one.close()));
    },
  };
}

/** Two systems of an OPD may have operations of one name; deliveries go to the one that is pushed. */
function createIngestFinder(connectors: readonly Connector[], { jobs, log }: HubParts): FindIngest {
  const targets = new Map<string, IngestTarget>();
  for (const { opd, systems } of connectors) {
    for (const { operations, streams } of systems) {
      for (const { ingest, name } of operations.values()) {
        const ofIt = streams.filter(({ operation }) => operation === name);
        if (ingest) targets.set(`${opd}/${name}`, jobs ? runAfter(ingest, ofIt, jobs, log) : ingest);
      }
    }
  }
  return (opd, operation) => targets.get(`${opd}/${operation}`);
}

/** Each delivery asks for a run of the streams that are made of it; if it cannot, the next one does. */
function runAfter(
  target: IngestTarget,
  streams: readonly CompiledStream[],
  jobs: Pick<Jobs, 'add'>,
  log: Log,
): IngestTarget {
  if (streams.length === 0) return target;
  return {
    ...target,
    accept: async (...delivery) => {
      const counts = await target.accept(...delivery);
      if (counts !== 'replayed')
        for (const stream of streams)
          jobs.add(streamJob(stream, 'changes')).catch((error: unknown) => log.warn('no run was asked for', { error }));
      return counts;
    },
  };
}

function refuseUnknown(names: readonly string[]): void {
  if (names.length === 0) return;
  const settings = names.map((name) => `HUB_SUBGRAPH_${name.toUpperCase().replaceAll('-', '_')}_URL`);
  throw new HubError('CONFIG_INVALID', `${settings.join(', ')}: no such OPD is served`, {
    fix: 'Name it as its folder in connectors/ is named, in capitals; HUB_CONNECTORS must not leave it out.',
  });
}

function requireSigner({ subgraphSigner }: HubParts) {
  if (subgraphSigner) return subgraphSigner;
  throw new HubError('CONFIG_INVALID', 'A subgraph on another server needs a key that the hub signs with', {
    fix: 'Set HUB_SUBGRAPH_SIGNING_KEY.',
  });
}
