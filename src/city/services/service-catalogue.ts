import { readServices, type ServiceData } from './read-services.ts';
import { opdOf, type Service } from './service.ts';

/** The services of the city, found by code and by OPD. */
export interface ServiceCatalogue {
  readonly version: string;
  /** By code. */
  list(): readonly Service[];
  listOf(opd: string): readonly Service[];
  find(code: string): Service | undefined;
}

let own: ServiceCatalogue | undefined;

/** The catalogue of the files in data/, read once. @throws HubError CONFIG_INVALID for any mistake in them. */
export function getServiceCatalogue(): ServiceCatalogue {
  own ??= createServiceCatalogue(readServices());
  return own;
}

/** Creates a catalogue of services that have been checked. */
export function createServiceCatalogue({ services, version }: ServiceData): ServiceCatalogue {
  const sorted = [...services].sort((one, other) => (one.code < other.code ? -1 : 1));
  const byCode = new Map(sorted.map((service) => [service.code, service]));
  const byOpd = Map.groupBy(sorted, opdOf);
  return {
    version,
    list: () => sorted,
    listOf: (opd) => byOpd.get(opd) ?? [],
    find: (code) => byCode.get(code),
  };
}
