import type { SearchedService } from '../../ports/service-search.ts';
import { opdOf } from './service.ts';
import { getServiceCatalogue } from './service-catalogue.ts';

/** The catalogue's services as they are searched for, and a word that is another when any of them is. */
export function describeServices(): { readonly services: readonly SearchedService[]; readonly version: string } {
  const catalogue = getServiceCatalogue();
  const services = catalogue
    .list()
    .map((service) => ({ ...service, opd: opdOf(service) }))
    .map(({ code, opd, name, about, words }) => ({ code, opd, name, about, words }));
  return { services, version: catalogue.version };
}
