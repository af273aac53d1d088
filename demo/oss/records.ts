import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';

/** A business as OSS knows it: by its number (NIB), never by its owner's NIK. */
export interface Business {
  /** 13 digits of text, the first of them zeros. */
  readonly nib: string;
  readonly tgl_terbit_nib: string;
  readonly nama_perseroan: string;
  readonly npwp_perseroan: string;
  readonly alamat_perseroan: string;
  readonly penanggung_jwb: readonly Responsible[];
}

/** Who answers for a business. */
interface Responsible {
  readonly nama_penanggung_jwb: string;
  readonly jabatan_penanggung_jwb: string;
  /** `-` when there is none. */
  readonly no_hp_penanggung_jwb: string;
  readonly email_penanggung_jwb: string;
}

/** Returns the business with this number, or nothing when OSS has none. */
export type FindBusiness = (nib: string) => Business | undefined;

/** Share of adults with a business. */
const OWNER_SHARE = 0.06;
const TRADES = ['Warung', 'Toko', 'Bengkel', 'Kedai', 'Usaha Jahit', 'Katering', 'Percetakan'];

/** Opens the register over these people's businesses. */
export function createBusinessRegister(people: readonly Person[], seed: number): FindBusiness {
  let shelf: ReadonlyMap<string, Business> | undefined;
  return (nib) => {
    shelf ??= new Map(listOwned(people, seed).map(({ business }) => [business.nib, business]));
    return shelf.get(nib);
  };
}

/** Returns which business number belongs to whom, in the order of the people. */
export function listBusinessLinks(people: readonly Person[], seed: number) {
  return listOwned(people, seed).map(({ nik, business }) => ({ nik, kind: 'nib', value: business.nib }));
}

function listOwned(people: readonly Person[], seed: number): { nik: string; business: Business }[] {
  return people
    .filter((person) => isOwner(person, seed))
    .map((person, position) => ({
      nik: person.nik,
      business: writeBusiness(person, position + 1, createRandom(seed, 'usaha', person.nik)),
    }));
}

function isOwner({ alias, birthDate, nik }: Person, seed: number): boolean {
  if (alias) return alias === 'demo' || alias === 'aneh';
  return ageOn(birthDate) >= ADULT_AGE && createRandom(seed, 'nib', nik).chance(OWNER_SHARE);
}

function writeBusiness(person: Person, serial: number, random: Random): Business {
  const { street, rt, rw, kelurahan } = person.address;
  const [given = person.name] = person.name.split(' ');
  const digits = String(random.whole(0, 999_999_999)).padStart(9, '0');
  const business = {
    // No real number begins with five zeros.
    nib: `000001571${String(serial).padStart(4, '0')}`,
    tgl_terbit_nib: addDays(REFERENCE_DAY, -random.whole(30, 1_800)),
    nama_perseroan: `${random.pick(TRADES)} ${given}`.toUpperCase(),
    npwp_perseroan: `${digits}571000`,
    alamat_perseroan: `${street} RT ${rt} RW ${rw} Kel. ${kelurahan.name}, Kota Jambi`,
    penanggung_jwb: [
      {
        nama_penanggung_jwb: person.name.toUpperCase(),
        jabatan_penanggung_jwb: 'PEMILIK',
        no_hp_penanggung_jwb: random.chance(0.4) ? '-' : `0813000${random.whole(10_000, 99_999)}`,
        email_penanggung_jwb: random.chance(0.5) ? '-' : `usaha${serial}@contoh.invalid`,
      },
    ],
  };
  if (person.alias !== 'aneh') return business;
  // Taken over from the system before OSS-RBA: no day, a tax number with its punctuation, nobody named.
  return { ...business, tgl_terbit_nib: '0000-00-00', npwp_perseroan: ' 01.234.567.8-571.000', penanggung_jwb: [] };
}
