import type { Person } from '../people/person.ts';
import { createRandom } from '../random.ts';
import { ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { SATKERS, type Satker } from './agencies.ts';

/** A civil servant (PNS) or contract employee (PPPK) of the city. */
export interface Employee {
  /** 18 digits of text; a contract employee's changes with the contract. */
  readonly nip: string;
  readonly nik: string;
  readonly alias?: Person['alias'];
  readonly name: string;
  readonly status: 'PNS' | 'PPPK';
  readonly position: string;
  /** 1 to 17; what the allowance (TPP) is computed from. */
  readonly positionClass: number;
  readonly satker: Satker;
  /** Nothing for whoever leads a satker, and for those whose satker has no leader yet. */
  readonly superiorNip: string | undefined;
}

/** Share of the people of working age; it makes about 8 % of all adults. */
const EMPLOYED_SHARE = 0.107;
const WORKING_AGE = { from: 21, to: 58 } as const;
const PPPK_SHARE = 0.5;
/** Each satker's first employee leads it, and every sixth after that leads a section. */
const SECTION_SIZE = 6;

const STAFF: readonly (readonly [position: string, positionClass: number])[] = [
  ['Pengadministrasi Umum', 5],
  ['Pengelola Data dan Informasi', 6],
  ['Pengelola Keuangan', 6],
  ['Pranata Komputer Ahli Pertama', 8],
  ['Arsiparis Terampil', 6],
  ['Analis Kebijakan Ahli Muda', 9],
];
const TEACHERS: typeof STAFF = [
  ['Guru Ahli Pertama', 8],
  ['Guru Ahli Muda', 9],
];
const NURSES: typeof STAFF = [
  ['Perawat Terampil', 6],
  ['Perawat Ahli Pertama', 8],
  ['Bidan Terampil', 6],
];

/** Lists the city's employees among these people; a larger city begins with the smaller one. */
export function listEmployees(people: readonly Person[], seed: number): readonly Employee[] {
  const staff = people.filter((person) => isEmployed(person, seed));
  // `siti` must have a superior: the first other employee leads the school where she teaches.
  const leader = staff.find(({ alias }) => !alias);
  const inOrder = leader ? [leader, ...staff.filter((person) => person !== leader)] : staff;
  const hire = createHiring(seed);
  return inOrder.map((person) => hire(person, person.alias || person === leader ? SATKERS[0] : undefined));
}

function isEmployed({ alias, birthDate, nik }: Person, seed: number): boolean {
  if (alias) return alias === 'siti';
  const age = ageOn(birthDate);
  if (age < WORKING_AGE.from || age >= WORKING_AGE.to) return false;
  return createRandom(seed, 'pegawai', nik).chance(EMPLOYED_SHARE);
}

interface Staffing {
  count: number;
  headNip?: string;
  sectionNip?: string;
}

function createHiring(seed: number): (person: Person, satker: Satker | undefined) => Employee {
  const staffing = new Map<Satker, Staffing>();
  const serials = new Map<string, number>();
  return (person, assigned) => {
    const random = createRandom(seed, 'jabatan', person.nik);
    const satker = assigned ?? random.pick(SATKERS);
    const place = staffing.get(satker) ?? { count: 0 };
    staffing.set(satker, place);
    const rank = rankOf(place.count, person);
    const isContract = rank === 'staff' && !person.alias && random.chance(PPPK_SHARE);
    const prefix = isContract ? contractPrefix(person, random.whole(2021, 2025)) : servantPrefix(person);
    const serial = (serials.get(prefix) ?? 0) + 1;
    serials.set(prefix, serial);
    const nip = prefix + String(serial).padStart(3, '0');
    const [position, positionClass] = person.alias ? ['Guru Ahli Muda', 9] : positionOf(satker, rank, random.pick);
    const superiorNip = rank === 'staff' ? (place.sectionNip ?? place.headNip) : place.headNip;
    place.count += 1;
    if (rank === 'head') place.headNip = nip;
    if (rank === 'section') place.sectionNip = nip;
    const { nik, name, alias } = person;
    const status = isContract ? 'PPPK' : 'PNS';
    return { nip, nik, ...(alias && { alias }), name, status, position, positionClass, satker, superiorNip };
  };
}

type Rank = 'head' | 'section' | 'staff';

function rankOf(earlier: number, { alias }: Person): Rank {
  if (alias) return 'staff';
  if (earlier === 0) return 'head';
  return earlier % SECTION_SIZE === 2 ? 'section' : 'staff';
}

function positionOf(
  satker: Satker,
  rank: Rank,
  pick: <T>(list: readonly T[]) => T,
): readonly [position: string, positionClass: number] {
  const isSchool = satker.head === 'Kepala Sekolah';
  if (rank === 'head') return [satker.head, isSchool ? 10 : 14];
  if (rank === 'section') return isSchool ? ['Wakil Kepala Sekolah', 9] : ['Kepala Bidang', 11];
  if (isSchool) return pick(TEACHERS);
  return pick(satker.head === 'Direktur' ? NURSES : STAFF);
}

/** Birth date, month of appointment, sex; a serial of three digits follows. */
function servantPrefix({ birthDate, sex }: Person): string {
  const earliest = Number(birthDate.slice(0, 4)) + 24;
  const appointed = Math.min(earliest, Number(REFERENCE_DAY.slice(0, 4)) - 1);
  return `${birthDate.replaceAll('-', '')}${appointed}03${sex === 'male' ? 1 : 2}`;
}

/** Birth date, year, `21` for the first contract (so that digits 13 and 14 are no month), sex; a serial follows. */
function contractPrefix({ birthDate, sex }: Person, year: number): string {
  return `${birthDate.replaceAll('-', '')}${year}21${sex === 'male' ? 1 : 2}`;
}
