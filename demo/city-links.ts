import { listEmployees } from './bkpsdmd/employees.ts';
import { listVehicleLinks } from './dishub/records.ts';
import { listBusinessLinks } from './oss/records.ts';
import type { Person } from './people/person.ts';
import { listLicenceLinks } from './sicantik/invent-licences.ts';
import { listWaterLinks } from './tirtamayang/connections.ts';

/** Which number in an agency's system belongs to whom: those systems themselves know no NIK. */
export interface CityLink {
  readonly nik: string;
  /** `nop`: tax object; `nouji`: test number of a vehicle; `no-langganan`: water; `nip`: civil servant; `nib`: business; `no-permohonan`: SiCantik. */
  readonly kind: string;
  readonly value: string;
}

/** All links of the city's people. */
export function listLinks(people: readonly Person[], seed: number): CityLink[] {
  return [
    ...people.flatMap(({ nik, nops }) => nops.map((value) => ({ nik, kind: 'nop', value }))),
    ...listWaterLinks(people, seed),
    ...listEmployees(people, seed).map(({ nik, nip }) => ({ nik, kind: 'nip', value: nip })),
    ...listVehicleLinks(people, seed).map(({ nik, nouji }) => ({ nik, kind: 'nouji', value: nouji })),
    ...listBusinessLinks(people, seed),
    ...listLicenceLinks(people, seed),
  ];
}
