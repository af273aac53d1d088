/**
 * The hub's own subgraph: who is logged in, and the registry of agencies. It calls no OPD, so no OPD's fault can empty
 * an answer, and it refuses to say of anyone else than the caller whether he exists.
 */
import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from '../base/clock.ts';
import type { Caller, LinkDesk, OpenCase } from '../identity/index.ts';
import type { ApplicationList } from '../ports/application-list.ts';
import type { CityFigures } from '../ports/city-figures.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { SakipScores } from '../ports/sakip-scores.ts';
import type { SyncControl } from '../ports/sync-control.ts';
import type { StatusReader } from '../ports/system-status.ts';
import { forbidden, type SubgraphModule } from '../subgraph/index.ts';
import { createApplicationResolvers } from './applications/resolvers.ts';
import { createCitizen } from './citizen.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { createLinkResolvers } from './privacy/links.ts';
import { createPrivacyResolvers, type PrivacyParts } from './privacy/resolvers.ts';
import { findOpd } from './registry/opd-registry.ts';
import { createRegistryResolvers } from './registry/resolvers.ts';
import { createSakipReferences, createSakipResolvers } from './sakip/resolvers.ts';
import type { CityDesk } from './status/city-desk.ts';
import { createStatusResolvers } from './status/resolvers.ts';
import { createSubmissionResolvers, findOwnSubmission } from './submissions/submissions.ts';
import { createSurveyResolvers } from './survey/resolvers.ts';
import { createSyncResolvers } from './sync/resolvers.ts';

export { gatherMyData } from './privacy/my-data.ts';
export type { PrivacyParts } from './privacy/resolvers.ts';
export { createOpdCodes } from './registry/opd-codes.ts';
export { createSakipScores } from './sakip/sakip-scores.ts';
export { type CityDesk, createCityDesk } from './status/city-desk.ts';
export { createCopiedFigures } from './status/copied-figures.ts';
export type { FigureProvider } from './status/figure-provider.ts';

/** What the hub's own subgraph is plugged into. */
export interface CityParts {
  readonly status: StatusReader;
  /** Absent in a subgraph that runs apart from the hub's database. */
  readonly privacy?: PrivacyParts;
  /** Absent there too. */
  readonly linkDesk?: LinkDesk;
  /** The hub's copies of applications; absent there too. */
  readonly applications?: ApplicationList;
  /** Results of evaluations in the hub's copies; absent there too. */
  readonly sakipScores?: SakipScores;
  /** The city's figures; absent there too. */
  readonly desk?: CityDesk;
  /** Their sums; absent there too. */
  readonly figures?: CityFigures;
  /** Absent where no jobs are. */
  readonly sync?: SyncControl;
  /** Absent there too. */
  readonly outbox?: Outbox;
  readonly clock?: Clock;
}

/** Its name and SDL, for whoever only composes. */
export const citySdl = {
  name: 'city',
  sdl: [
    'schema.graphql',
    'privacy/schema.graphql',
    'privacy/data-requests.graphql',
    'privacy/links.graphql',
    'applications/schema.graphql',
    'sakip/schema.graphql',
    'status/schema.graphql',
    'survey/schema.graphql',
    'sync/schema.graphql',
    'submissions/submissions.graphql',
  ]
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('\n'),
} as const;

/** What asking for a citizen who is not the caller's to see leaves in that citizen's log. */
const CITIZEN = { opd: citySdl.name, field: 'Citizen' };

/** Creates the hub's own subgraph. */
export function createCitySubgraph(parts: CityParts): SubgraphModule {
  const { status, privacy, outbox, desk, figures, clock = systemClock } = parts;
  const ofPrivacy = createPrivacyResolvers(privacy, clock);
  const ofLinks = createLinkResolvers(parts.linkDesk);
  const ofApplications = createApplicationResolvers(parts.applications, clock);
  const ofSync = createSyncResolvers(parts.sync);
  const { Opd: ofSakip, ...sakipTypes } = createSakipResolvers(parts.sakipScores, clock);
  const ofRegistry = createRegistryResolvers(status, clock);
  const ofStatus = createStatusResolvers(desk, clock);
  const resolvers: Resolvers = {
    ...sakipTypes,
    Mutation: { ...ofPrivacy.Mutation, ...ofLinks.Mutation, ...ofSync.Mutation },
    Citizen: {
      ...ofPrivacy.Citizen,
      ...ofLinks.Citizen,
      ...ofApplications.Citizen,
      ...createSubmissionResolvers(outbox).Citizen,
    },
    Subscription: ofApplications.Subscription,
    SyncStream: ofSync.SyncStream,
    City: ofStatus.City,
    Query: {
      ...ofPrivacy.Query,
      ...ofLinks.Query,
      ...ofStatus.Query,
      me: (_root, _args, { caller }) => (caller.kind === 'citizen' ? createCitizen(caller.nik) : null),
      citizen: (_root, { nik }, { caller, openCase, trail }) => {
        if (isReachable(caller, openCase, nik)) return createCitizen(nik);
        trail.refuse(nik, CITIZEN);
        throw forbidden();
      },
      ...ofRegistry.Query,
    },
    Opd: {
      ...ofSync.Opd,
      ...ofSakip,
      ...createSurveyResolvers(figures && { figures, provider: desk?.find('survey') }, clock),
      ...ofRegistry.Opd,
    },
  };
  return {
    ...citySdl,
    resolvers: resolvers as SubgraphModule['resolvers'],
    references: {
      Opd: ({ code }) => findOpd(String(code)) ?? null,
      ...createSakipReferences(),
      Submission: ({ id }, { caller }) => findOwnSubmission(outbox, caller, id),
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
