import { isRealDay } from '../../base/jakarta-time.ts';
import { findOpd } from '../registry/opd-registry.ts';
import { foldCalled, opdOf, type Service, type ServiceStandard } from './service.ts';

/** What is wrong with services that a schema cannot say, one sentence each. */
export function checkServices(services: readonly Service[]): readonly string[] {
  return [...services.flatMap(checkService), ...findTwice(services), ...findCalledAlike(services)];
}

function checkService(service: Service): string[] {
  const { code, standards } = service;
  const unknown = findOpd(opdOf(service)) ? [] : [`${code}: no OPD has the code ${opdOf(service)}`];
  const wrongDays = standards.flatMap(({ from, until }) => [from, until ?? from]).filter((day) => !isDay(day));
  const backwards = standards.filter(({ from, until }) => until !== undefined && until < from);
  const overlaps = standards.flatMap((one, index) =>
    standards
      .slice(0, index)
      .filter((other) => one.from <= lastOf(other) && other.from <= lastOf(one))
      .map((other) => `${code}: the standards from ${other.from} and from ${one.from} are in force together`),
  );
  return [
    ...unknown,
    ...wrongDays.map((day) => `${code}: there is no day ${day}`),
    ...backwards.map(({ from }) => `${code}: the standard from ${from} ends before it begins`),
    ...overlaps,
  ];
}

function findTwice(services: readonly Service[]): string[] {
  const seen = new Set<string>();
  return services.flatMap(({ code }) => {
    if (seen.has(code)) return [`${code} is there twice`];
    seen.add(code);
    return [];
  });
}

function findCalledAlike(services: readonly Service[]): string[] {
  const owners = new Map<string, string>();
  return services.flatMap(({ code, calledBy }) =>
    Object.entries(calledBy).flatMap(([system, names]) =>
      names.flatMap((name) => {
        const key = `${system} ${foldCalled(name)}`;
        const owner = owners.get(key);
        owners.set(key, code);
        if (owner === undefined) return [];
        return owner === code
          ? [`${code}: ${system} calls it "${name}" twice`]
          : [`${owner} and ${code} are both called "${name}" by ${system}`];
      }),
    ),
  );
}

function isDay(day: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return isRealDay(year, month, dayOfMonth);
}

function lastOf({ until = '9999-12-31' }: ServiceStandard): string {
  return until;
}
