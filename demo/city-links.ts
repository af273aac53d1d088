import type { Person } from './people/person.ts';

/** Which number in an agency's system belongs to whom: those systems themselves know no NIK. */
export interface CityLink {
  readonly nik: string;
  /** `nop`: tax object. */
  readonly kind: string;
  readonly value: string;
}

/** All links of the city's people. */
export function listLinks(people: readonly Person[]): CityLink[] {
  return people.flatMap(({ nik, nops }) => nops.map((value) => ({ nik, kind: 'nop', value })));
}
