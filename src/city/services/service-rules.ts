import { createHash } from 'node:crypto';
import type { ServiceRule, ServiceRules } from '../../ports/service-rules.ts';
import { holidayText } from '../calendar/holidays.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { findStandard, foldCalled, opdOf, type Service } from './service.ts';
import { getServiceCatalogue, type ServiceCatalogue } from './service-catalogue.ts';

/**
 * Creates the rules of the catalogue and the city's working days: a service is due so many working days after the day of
 * submission as the standard of that day says (UU 25/2009; DOMAIN §4).
 */
export function createServiceRules(
  catalogue: ServiceCatalogue = getServiceCatalogue(),
  calendar: WorkingCalendar = createWorkingCalendar(),
): ServiceRules {
  const byCall = new Map<string, ServiceRule>();
  for (const service of catalogue.list()) {
    const rule = createRule(service, calendar);
    for (const [system, names] of Object.entries(service.calledBy))
      for (const name of names) byCall.set(keyOf(system, name), rule);
  }
  return {
    version: createHash('sha256').update(`${catalogue.version}\n${holidayText}`).digest('base64url').slice(0, 22),
    find: (system, called) => byCall.get(keyOf(system, called)),
    countWorkingDays: calendar.countWorkingDays,
  };
}

function createRule(service: Service, calendar: WorkingCalendar): ServiceRule {
  return {
    code: service.code,
    opd: opdOf(service),
    name: service.name,
    dueOn: (submittedOn) => {
      const days = findStandard(service, submittedOn)?.days;
      return days === undefined ? undefined : calendar.addWorkingDays(submittedOn, days);
    },
    officialFee: (on) => findStandard(service, on)?.fee,
  };
}

function keyOf(system: string, called: string): string {
  return `${system}\n${foldCalled(called)}`;
}
