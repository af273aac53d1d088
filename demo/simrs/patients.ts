import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays } from '../reference-day.ts';

/** A row of `pasien`. */
export interface PatientRow {
  /** The hospital's own number, six digits with leading zeros. */
  readonly no_rkm_medis: string;
  readonly nm_pasien: string;
  /** The NIK, or what the clerk typed in its place. */
  readonly no_ktp: string;
  readonly jk: 'L' | 'P';
  readonly tmp_lahir: string;
  readonly tgl_lahir: string;
  readonly alamat: string;
  readonly gol_darah: string;
  readonly no_tlp: string;
  readonly tgl_daftar: string;
  /** BPJS number, 13 digits, `-` or empty. */
  readonly no_peserta: string;
}

/** A medical record and whose it is; somebody registered twice has two. */
export interface Patient {
  readonly person: Person;
  readonly row: PatientRow;
}

const PATIENT_SHARE = 0.3;
const FIRST_NUMBER = 1_001;
const ALIAS_NUMBERS: Readonly<Partial<Record<string, readonly string[]>>> = {
  demo: ['000112'],
  siti: ['000245'],
  // Registered again after the card was lost.
  ganda: ['000318', '000907'],
  aneh: ['000666'],
};

/** Lists the hospital's patients among these people, children included; a larger city begins with the smaller one. */
export function listPatients(people: readonly Person[], seed: number): readonly Patient[] {
  let next = FIRST_NUMBER;
  return people.flatMap((person) => {
    const random = createRandom(seed, 'pasien', person.nik);
    const isPatient = !person.alias && random.chance(PATIENT_SHARE);
    const numbers = person.alias
      ? (ALIAS_NUMBERS[person.alias] ?? [])
      : isPatient
        ? [String(next++).padStart(6, '0')]
        : [];
    return numbers.map((number) => ({ person, row: writePatient(person, number, random) }));
  });
}

function writePatient(person: Person, number: string, random: Random): PatientRow {
  const { name, sex, birthDate, birthPlace, address, bloodType } = person;
  return {
    no_rkm_medis: number,
    nm_pasien: name.toUpperCase(),
    no_ktp: writeNik(person, random),
    jk: sex === 'male' ? 'L' : 'P',
    tmp_lahir: birthPlace.toUpperCase(),
    tgl_lahir: person.alias || random.chance(0.98) ? birthDate : '0000-00-00',
    alamat: `${address.street} RT ${address.rt} – KEL. ${address.kelurahan.name}`.toUpperCase(),
    gol_darah: bloodType.length <= 2 ? bloodType : '-',
    no_tlp: random.pick(['', '-', '0', `0813000${random.whole(10_000, 99_999)}`]),
    tgl_daftar: addDays('2026-07-31', -random.whole(0, 1_500)),
    no_peserta: random.pick(['', '-', `0001${random.whole(100_000_000, 999_999_999)}`]),
  };
}

function writeNik({ nik, alias }: Person, random: Random): string {
  if (alias) return alias === 'aneh' ? ` ${nik}` : nik;
  const roll = random.next();
  if (roll < 0.06) return '-';
  if (roll < 0.08) return '';
  if (roll < 0.12) return ` ${nik}`;
  if (roll < 0.15) return `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`;
  return nik;
}
