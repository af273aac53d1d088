import { systemClock } from './base/clock.ts';
import {
  type CityDesk,
  createAllowanceFigures,
  createCityDesk,
  createCitySubgraph,
  createCopiedFigures,
  createLevyFigures,
  createReportingFigures,
  createSakipFigures,
  createSakipScores,
  createServiceFigures,
  getServiceCatalogue,
  type PrivacyParts,
} from './city/index.ts';
import { type CompiledStream, type Connector, describeSystem } from './connector/index.ts';
import type { HubParts } from './hub.ts';
import { createHubFacts } from './hub-facts.ts';
import { createHubTrials } from './hub-trials.ts';
import { createLinkDesk, type LinkDesk } from './identity/index.ts';
import type { ConnectorFiles } from './ports/connector-files.ts';
import type { OpdCodes } from './ports/opd-codes.ts';
import type { Outbox } from './ports/outbox.ts';
import type { ServiceRules } from './ports/service-rules.ts';
import type { StatusReader } from './ports/system-status.ts';
import type { SubgraphModule } from './subgraph/index.ts';
import { createStreamControl } from './sync/index.ts';

/** What the hub's own subgraph is told of the OPDs. */
export interface HubCityParts {
  readonly connectors: readonly Connector[];
  readonly streams: readonly CompiledStream[];
  readonly status: StatusReader;
  readonly privacy: PrivacyParts;
  readonly outbox: Outbox | undefined;
  readonly opds: OpdCodes;
  /** Codes of the OPDs whose subgraphs are composed with it. */
  readonly opdsInGraph: readonly string[];
  readonly services: ServiceRules;
}

/** Brings together everything that the hub's own subgraph answers from. */
export function createHubCity(parts: HubParts, city: HubCityParts): SubgraphModule {
  const { status, privacy, services, outbox } = city;
  const linkDesk = openLinkDesk(parts, city.connectors);
  return createCitySubgraph({
    ...{ status, privacy, services },
    opds: city.opdsInGraph,
    facts: createHubFacts(parts, city.connectors),
    connectors: showConnectors(city.connectors),
    trials: createHubTrials(city.connectors),
    ...(linkDesk && { linkDesk }),
    ...(outbox && { outbox }),
    ...(parts.outboxDesk && { outboxDesk: parts.outboxDesk }),
    ...openCopies(parts, city),
    ...(parts.serviceSearch && { serviceSearch: parts.serviceSearch }),
    ...(parts.levies && { levies: parts.levies }),
    ...(parts.clock && { clock: parts.clock }),
  });
}

/** What the graph shows of the copies: a citizen's applications, the city's figures, and to those in office how the copies fare. */
function openCopies(parts: HubParts, city: HubCityParts) {
  const { copies, jobs } = parts;
  if (!copies) return {};
  const listed = city.streams.filter(({ hasApplications }) => hasApplications);
  return {
    applications: copies.listApplications(listed),
    allowances: { allowances: copies.allowances, links: parts.links },
    figures: copies.figures,
    sakipScores: createSakipScores(copies.open, city.opds),
    desk: openDesk(parts, copies, city),
    ...(jobs && { sync: createStreamControl(copies.runner, city.streams, jobs) }),
  };
}

/** Everything that the city's status is told from. */
function openDesk(
  { clock = systemClock, levyCounts }: HubParts,
  copies: NonNullable<HubParts['copies']>,
  { streams, services, status, opds }: HubCityParts,
): CityDesk {
  const sources = copies.listFigureSources(streams);
  const counted = { figures: copies.figures, sources, version: services.version, isDefault: true };
  const copied = (['application', 'complaint', 'survey'] as const).map((kind) => createCopiedFigures(kind, counted));
  const digital = createServiceFigures(getServiceCatalogue());
  const sakip = createSakipFigures(createSakipScores(copies.open, opds));
  const ofEmployees = [createAllowanceFigures(copies.allowances), createReportingFigures(copies.allowances)];
  const levies = levyCounts ? [createLevyFigures(levyCounts)] : [];
  return createCityDesk({ providers: [...copied, digital, sakip, ...levies, ...ofEmployees], status, clock });
}

function showConnectors(connectors: readonly Connector[]): ConnectorFiles {
  const shown = new Map(connectors.map(({ opd, systems }) => [opd, systems.map(describeSystem)]));
  return { find: (opd) => shown.get(opd) };
}

/** What is proved at an OPD whose subgraph runs elsewhere cannot be proved here. */
function openLinkDesk({ linking, privacy, clock }: HubParts, connectors: readonly Connector[]): LinkDesk | undefined {
  const proofs = connectors.flatMap((one) => one.proofs);
  return linking && createLinkDesk({ ...linking, proofs, log: privacy.accessLog, ...(clock && { clock }) });
}
