/**
 * The hub's own subgraph: who is logged in, and the registry of agencies. It calls no OPD, so no OPD's fault can empty
 * an answer, and it refuses to say of anyone else than the caller whether he exists.
 */
import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from '../base/clock.ts';
import { formatJakartaDay } from '../base/jakarta-time.ts';
import type { Caller, LinkDesk, OpenCase } from '../identity/index.ts';
import type { ApplicationList } from '../ports/application-list.ts';
import type { CityFigures } from '../ports/city-figures.ts';
import type { ConnectorFiles } from '../ports/connector-files.ts';
import type { HubFacts } from '../ports/hub-facts.ts';
import type { LevyDesk } from '../ports/levy-desk.ts';
import type { OperationTrials } from '../ports/operation-trials.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { SakipScores } from '../ports/sakip-scores.ts';
import type { ServiceRules } from '../ports/service-rules.ts';
import type { ServiceSearch } from '../ports/service-search.ts';
import type { SyncControl } from '../ports/sync-control.ts';
import type { StatusReader } from '../ports/system-status.ts';
import { forbidden, type SubgraphModule } from '../subgraph/index.ts';
import { createApplicationResolvers } from './applications/resolvers.ts';
import { createCalendarResolvers } from './calendar/resolvers.ts';
import { createCitizen } from './citizen.ts';
import { combineResolvers } from './combine-resolvers.ts';
import { createComplaintReferences, createComplaintResolvers } from './complaints/resolvers.ts';
import { createConnectorResolvers } from './connectors/resolvers.ts';
import { createTrialResolvers } from './connectors/trial-resolvers.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { createHubResolvers } from './hub/resolvers.ts';
import { createLevyResolvers } from './levies/resolvers.ts';
import { createLinkResolvers } from './privacy/links.ts';
import { createPrivacyResolvers, type PrivacyParts } from './privacy/resolvers.ts';
import { findOpd, listOpds } from './registry/opd-registry.ts';
import { listKecamatan } from './registry/wilayah.ts';
import { createSakipReferences, createSakipResolvers } from './sakip/resolvers.ts';
import { createServiceResolvers } from './services/resolvers.ts';
import { getServiceCatalogue } from './services/service-catalogue.ts';
import type { CityDesk } from './status/city-desk.ts';
import { createStatusResolvers } from './status/resolvers.ts';
import { createOutboxResolvers, type OfficersOutbox } from './submissions/outbox-resolvers.ts';
import { createSubmissionResolvers, findOwnSubmission } from './submissions/submissions.ts';
import { createSurveyResolvers } from './survey/resolvers.ts';
import { createSyncResolvers } from './sync/resolvers.ts';
import { listSystems } from './systems.ts';
import { type AllowanceDesk, createAllowanceResolvers } from './tpp/resolvers.ts';

export { gatherMyData } from './privacy/my-data.ts';
export type { PrivacyParts } from './privacy/resolvers.ts';
export { createOpdCodes } from './registry/opd-codes.ts';
export { createSakipScores } from './sakip/sakip-scores.ts';
export { describeServices } from './services/describe-services.ts';
export { getServiceCatalogue } from './services/service-catalogue.ts';
export { createServiceRules } from './services/service-rules.ts';
export { createAllowanceFigures } from './status/allowance-figures.ts';
export { type CityDesk, createCityDesk } from './status/city-desk.ts';
export { createCopiedFigures } from './status/copied-figures.ts';
export type { FigureProvider } from './status/figure-provider.ts';
export { createLevyFigures } from './status/levy-figures.ts';
export { createReportingFigures } from './status/reporting-figures.ts';
export { createSakipFigures } from './status/sakip-figures.ts';
export { createServiceFigures } from './status/service-figures.ts';
export { readMonthName } from './tpp/month.ts';
export { allowanceSchedule, createMonthJob } from './tpp/month-job.ts';
export { createRuleFinder, readAllowanceRules } from './tpp/read-rules.ts';
export { runMonth } from './tpp/run-month.ts';

/** What the hub's own subgraph is plugged into. */
export interface CityParts {
  readonly status: StatusReader;
  /** Absent in a subgraph that runs apart from the hub's database. */
  readonly privacy?: PrivacyParts;
  /** Absent there too. */
  readonly linkDesk?: LinkDesk;
  /** The hub's copies of applications; absent there too. */
  readonly applications?: ApplicationList;
  /** What the catalogue says of the services that they apply for. */
  readonly services?: ServiceRules;
  /** Results of evaluations in the hub's copies; absent there too. */
  readonly sakipScores?: SakipScores;
  /** The city's figures; absent there too. */
  readonly desk?: CityDesk;
  /** The employees' allowances (TPP); absent where the hub's database is not. */
  readonly allowances?: AllowanceDesk;
  /** Their sums; absent there too. */
  readonly figures?: CityFigures;
  /** Absent where no jobs are. */
  readonly sync?: SyncControl;
  /** Absent there too. */
  readonly outbox?: Outbox;
  /** What officers decide of it; absent there too. */
  readonly outboxDesk?: OfficersOutbox;
  /** Absent there too. */
  readonly serviceSearch?: ServiceSearch;
  /** Absent there too. */
  readonly levies?: LevyDesk;
  /** Codes of the OPDs beside it; all where it is absent. */
  readonly opds?: readonly string[];
  /** What the hub says of itself; absent where it is not. */
  readonly facts?: HubFacts;
  /** Absent there too. */
  readonly connectors?: ConnectorFiles;
  /** Absent there too. */
  readonly trials?: OperationTrials;
  readonly clock?: Clock;
}

const SDL_FILES = [
  'schema.graphql',
  'hub/schema.graphql',
  'connectors/schema.graphql',
  'connectors/trial.graphql',
  'privacy/schema.graphql',
  'privacy/data-requests.graphql',
  'privacy/links.graphql',
  'applications/schema.graphql',
  'complaints/schema.graphql',
  'status/schema.graphql',
  'tpp/schema.graphql',
  'survey/schema.graphql',
  'sync/schema.graphql',
  'submissions/submissions.graphql',
  'submissions/outbox-desk.graphql',
  'services/schema.graphql',
  'calendar/schema.graphql',
  'levies/schema.graphql',
] as const;
/** Whose e-SAKIP is. */
const ESAKIP_OPD = 'bag-organisasi';
/** What the hub adds to records of an OPD, which is there only where the OPD's own subgraph is. */
const ADDED_TO: Readonly<Record<string, string>> = { [ESAKIP_OPD]: 'sakip/schema.graphql' };

/** The SDL of the hub's own subgraph beside those of these OPDs. */
function readSdl(opds: readonly string[]): string {
  const added = opds.flatMap((opd) => ADDED_TO[opd] ?? []);
  return [...SDL_FILES, ...added].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');
}

/** Its name and SDL beside all OPDs, for whoever only composes. */
export const citySdl = { name: 'city', sdl: readSdl(Object.keys(ADDED_TO)) } as const;

/** What asking for a citizen who is not the caller's to see leaves in that citizen's log. */
const CITIZEN = { opd: citySdl.name, field: 'Citizen' };

/** Creates the hub's own subgraph. */
export function createCitySubgraph(parts: CityParts): SubgraphModule {
  const { status, privacy, linkDesk, applications, services, sakipScores, sync, desk, outbox } = parts;
  const { clock = systemClock, opds = Object.keys(ADDED_TO), facts } = parts;
  const self = facts && { ...facts, opds: opds.length, services: getServiceCatalogue().list().length };
  const resolvers = combineResolvers([
    createHubResolvers(self, status, clock),
    createConnectorResolvers(parts.connectors),
    createTrialResolvers(parts.trials, clock),
    createPrivacyResolvers(privacy, clock),
    createLinkResolvers(linkDesk),
    createApplicationResolvers(applications, clock, services),
    createSubmissionResolvers(outbox),
    createOutboxResolvers(parts.outboxDesk),
    createSyncResolvers(sync),
    createStatusResolvers(desk, clock),
    createServiceResolvers(getServiceCatalogue(), parts.serviceSearch, clock),
    ...(opds.includes(ESAKIP_OPD) ? [createSakipResolvers(sakipScores, clock)] : []),
    createComplaintResolvers(clock),
    createAllowanceResolvers(parts.allowances, clock),
    createSurveyResolvers(parts.figures && { figures: parts.figures, provider: desk?.find('survey') }, clock),
    createCalendarResolvers(clock),
    createLevyResolvers(parts.levies, getServiceCatalogue(), clock),
    createOwnResolvers(status, clock),
  ]);
  return {
    name: citySdl.name,
    sdl: readSdl(opds),
    resolvers: resolvers as SubgraphModule['resolvers'],
    references: {
      Opd: ({ code }) => findOpd(String(code)) ?? null,
      ...createSakipReferences(),
      ...createComplaintReferences(),
      Submission: ({ id }, { caller }) => findOwnSubmission(outbox, caller, id),
    },
  };
}

/** What the registry and the caller's own token answer. */
function createOwnResolvers(status: StatusReader, clock: Clock): Partial<Resolvers> {
  return {
    Query: {
      me: (_root, _args, { caller }) => (caller.kind === 'citizen' ? createCitizen(caller.nik) : null),
      citizen: (_root, { nik }, { caller, openCase, trail }) => {
        if (isReachable(caller, openCase, nik)) return createCitizen(nik);
        trail.refuse(nik, CITIZEN);
        throw forbidden();
      },
      opds: (_root, { on }) => [...listOpds(on ?? formatJakartaDay(clock.now()))],
      opd: (_root, { code }) => findOpd(code) ?? null,
      kecamatan: (_root, { on }) => showKecamatan(on ?? formatJakartaDay(clock.now())),
    },
    Opd: {
      until: ({ until }) => until ?? null,
      predecessors: ({ predecessors = [] }) => predecessors.flatMap((code) => findOpd(code) ?? []),
      systems: ({ code }, _args, { caller }) => listSystems(status, code, caller),
    },
  };
}

/** Himself for a citizen whose application may see anything of him; for others the one of the open case. */
function isReachable(caller: Caller, openCase: OpenCase | undefined, nik: string): boolean {
  if (caller.kind !== 'citizen') return openCase?.nik === nik;
  return caller.nik === nik && (caller.scopes.has('citizen') || caller.scopes.has('citizen.city'));
}

/** An agency's official name by its code. */
export function findOpdName(code: string): string | undefined {
  return findOpd(code)?.name;
}

function showKecamatan(day: string) {
  return listKecamatan(day).map(({ kelurahan, ...kecamatan }) => ({
    ...kecamatan,
    kelurahan: kelurahan.map((one) => ({ ...one, from: one.from ?? null, until: one.until ?? null })),
  }));
}
