import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { ServiceSearch } from '../../ports/service-search.ts';
import type { Resolvers } from '../generated/resolver-types.ts';
import { readPageSize } from '../page-size.ts';
import { getOpd } from '../registry/opd-registry.ts';
import { describeDigital } from './digital-share.ts';
import { findStandard, opdOf, type ServiceStandard } from './service.ts';
import type { ServiceCatalogue } from './service-catalogue.ts';

type ServiceResolvers = {
  readonly Query: Pick<NonNullable<Resolvers['Query']>, 'services' | 'service'>;
  readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'services'>;
  readonly Service: Pick<NonNullable<Resolvers['Service']>, 'codes' | 'opd' | 'standard'>;
};

/** Creates the resolvers of the service catalogue; words are searched for where there is a search. */
export function createServiceResolvers(
  catalogue: ServiceCatalogue,
  search: ServiceSearch | undefined,
  clock: Clock,
): ServiceResolvers {
  return {
    Query: {
      services: async (_root, { search: words, opd, first }) => {
        const limit = readPageSize(first ?? 20);
        if (words === undefined || words === null)
          return (opd ? catalogue.listOf(opd) : catalogue.list()).slice(0, limit);
        if (!search) throw new HubError('NOT_FOUND', 'Words are searched for by the hub itself only.');
        const codes = await search.find(words, { opd: opd ?? undefined, limit });
        return codes.flatMap((code) => catalogue.find(code) ?? []);
      },
      service: (_root, { code }) => catalogue.find(code) ?? null,
    },
    Opd: { services: ({ code }) => [...catalogue.listOf(code)] },
    Service: {
      codes: ({ calledBy }) => Object.entries(calledBy).flatMap(([system, [code]]) => (code ? [{ system, code }] : [])),
      opd: (service) => getOpd(opdOf(service)),
      standard: (service, { on }) => {
        const standard = findStandard(service, on ?? formatJakartaDay(clock.now()));
        return standard ? describeStandard(standard) : null;
      },
    },
  };
}

const CHANNELS = { online: 'ONLINE', counter: 'COUNTER' } as const;

function describeStandard({ days, fee, note, until, steps, ...standard }: ServiceStandard) {
  const { onlineSteps, counterSteps, ...digital } = describeDigital({ steps });
  return {
    ...standard,
    until: until ?? null,
    requirements: [...standard.requirements],
    basis: [...standard.basis],
    steps: steps.map(({ name, channel }) => ({ name, channel: CHANNELS[channel] })),
    digital: { ...digital, onlineSteps: [...onlineSteps], counterSteps: [...counterSteps] },
    days: days ?? null,
    officialFee: fee ?? null,
    note: note ?? null,
  };
}
