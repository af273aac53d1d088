import { OWNER } from '../base/owner.ts';

/** A citizen in the hub's own subgraph: his NIK, and that he owns himself. Every other field is an OPD's. */
export interface CitizenEntity {
  readonly nik: string;
  readonly [OWNER]: string;
}

export function createCitizen(nik: string): CitizenEntity {
  return { nik, [OWNER]: nik };
}
