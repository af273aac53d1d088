import type { Kelurahan } from './wilayah.ts';

export type Sex = 'male' | 'female';

/** Names of the people that tests and the README speak of; see the table in demo/README.md. */
export type Alias = 'demo' | 'siti' | 'lunas' | 'kosong' | 'tiada' | 'ganda' | 'aneh';

/** Where a household lives; RT and RW (neighbourhood units) are three digits of text. */
export interface Address {
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly kelurahan: Kelurahan;
}

/** A father or mother as the family card names them; a NIK only when the parent lives in the same household. */
export interface Parent {
  readonly name: string;
  readonly nik?: string;
}

/** An invented inhabitant; every simulated system derives its own, differently written record from this one. */
export interface Person {
  /** 16 digits of text, region 157199, which does not exist. */
  readonly nik: string;
  /** Number of the family card (KK), shared by the household. */
  readonly kkNumber: string;
  readonly alias?: Alias;
  readonly name: string;
  readonly sex: Sex;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly religion: string;
  readonly bloodType: string;
  readonly maritalStatus: string;
  readonly marriedOn?: string;
  readonly education: string;
  readonly occupation: string;
  readonly familyRole: string;
  readonly father: Parent;
  readonly mother: Parent;
  readonly address: Address;
  /** Tax object numbers (NOP, 18 digits of text) of the land and buildings this person owns. */
  readonly nops: readonly string[];
  /** False for a valid NIK that the population registry does not know. */
  readonly registered: boolean;
}
