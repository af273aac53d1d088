import { findStandard, opdOf, type Service, type ServiceStandard } from './service.ts';

/** How far one service is digital. */
export interface DigitalService {
  /** Steps that are done at home, of all its steps: 0 to 1. */
  readonly share: number;
  readonly onlineSteps: readonly string[];
  /** Steps for which the citizen must meet an official. */
  readonly counterSteps: readonly string[];
  readonly isFullyDigital: boolean;
}

/** How far the services of an OPD are digital on a day. */
export interface DigitalShare {
  /** Fully digital services of those with a standard: 0 to 1; undefined where no service has one. */
  readonly share: number | undefined;
  /** Services with a standard in force. */
  readonly services: number;
  readonly fullyDigital: number;
  /** What still needs a counter. */
  readonly counterSteps: readonly { readonly service: string; readonly step: string }[];
  /** Services without a standard on that day, which count as neither. */
  readonly withoutStandard: readonly string[];
  /** Whether any of the standards is our assumption. */
  readonly isDefault: boolean;
}

/** Says how far a service is digital by its standard. */
export function describeDigital({ steps }: Pick<ServiceStandard, 'steps'>): DigitalService {
  const namesOf = (channel: string) => steps.filter((step) => step.channel === channel).map(({ name }) => name);
  const [onlineSteps, counterSteps] = [namesOf('online'), namesOf('counter')];
  return {
    share: onlineSteps.length / steps.length,
    onlineSteps,
    counterSteps,
    isFullyDigital: counterSteps.length === 0,
  };
}

/** The digital share of each OPD that has services, on a day (`YYYY-MM-DD`), by its code. */
export function digitalShare(services: readonly Service[], day: string): ReadonlyMap<string, DigitalShare> {
  return new Map([...Map.groupBy(services, opdOf)].map(([opd, ofOpd]) => [opd, shareOf(ofOpd, day)]));
}

function shareOf(services: readonly Service[], day: string): DigitalShare {
  const found = services.map((service) => ({ service, standard: findStandard(service, day) }));
  const withStandard = found.flatMap(({ service: { code }, standard }) =>
    standard ? [{ code, standard, digital: describeDigital(standard) }] : [],
  );
  const fullyDigital = withStandard.filter(({ digital }) => digital.isFullyDigital).length;
  return {
    share: withStandard.length === 0 ? undefined : fullyDigital / withStandard.length,
    services: withStandard.length,
    fullyDigital,
    counterSteps: withStandard.flatMap(({ code, digital }) =>
      digital.counterSteps.map((step) => ({ service: code, step })),
    ),
    withoutStandard: found.flatMap(({ service, standard }) => (standard ? [] : [service.code])),
    isDefault: withStandard.some(({ standard }) => standard.isDefault),
  };
}
