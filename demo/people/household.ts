import type { Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';
import type { IdentityNumbers } from './identity-numbers.ts';
import { inventFamilyName, inventName } from './names.ts';
import type { Address, Parent, Person, Sex } from './person.ts';
import { KELURAHAN } from './wilayah.ts';

/** From this age a person may own land, ask for a permit and complain. */
export const ADULT_AGE = 17;

const STREETS = [
  'Anggrek',
  'Kenanga',
  'Merpati',
  'Cendana',
  'Batanghari',
  'Pinang',
  'Durian',
  'Sumatera',
  'Mandiri',
  'Bakti',
];
const RELIGIONS = ['ISLAM', 'ISLAM', 'ISLAM', 'ISLAM', 'ISLAM', 'ISLAM', 'ISLAM', 'KRISTEN', 'BUDHA', 'KATHOLIK'];
const BLOOD_TYPES = ['A', 'B', 'AB', 'O', 'O', 'TIDAK TAHU', 'TIDAK TAHU'];
const BIRTH_PLACES = [
  'Jambi',
  'Jambi',
  'Jambi',
  'Muara Bulian',
  'Palembang',
  'Padang',
  'Medan',
  'Sungai Penuh',
  'Muara Bungo',
];
const SCHOOLING = ['TAMAT SD/SEDERAJAT', 'SLTP/SEDERAJAT', 'SLTA/SEDERAJAT', 'SLTA/SEDERAJAT', 'DIPLOMA IV/STRATA I'];
const WORK = [
  'WIRASWASTA',
  'KARYAWAN SWASTA',
  'PEGAWAI NEGERI SIPIL',
  'PEDAGANG',
  'BURUH HARIAN LEPAS',
  'GURU',
  'SOPIR',
  'MENGURUS RUMAH TANGGA',
];

/** Share of all people who own at least one tax object, and the share of adults in this population. */
const OWNER_SHARE = 0.45;
const ADULT_SHARE = 0.73;

interface Family {
  readonly random: Random;
  readonly numbers: IdentityNumbers;
  readonly name: string | undefined;
  readonly kkNumber: string;
  readonly religion: string;
  readonly address: Address;
}

interface Role {
  readonly sex: Sex;
  readonly age: number;
  readonly familyRole: string;
  readonly maritalStatus: string;
  readonly marriedOn?: string;
  readonly father: Parent;
  readonly mother: Parent;
}

/** Invents the people of one family card: a head, perhaps a spouse, and their children. */
export function createHousehold(random: Random, numbers: IdentityNumbers): Person[] {
  const family = createFamily(random, numbers);
  const headSex: Sex = random.chance(0.82) ? 'male' : 'female';
  const headAge = random.whole(24, 76);
  const couple = headSex === 'male' && random.chance(0.8);
  const marriedOn = addDays(REFERENCE_DAY, -Math.floor((headAge - 23) * 365.25));
  const status = couple ? 'KAWIN' : random.pick(['BELUM KAWIN', 'CERAI HIDUP', 'CERAI MATI']);
  const wedding = couple ? { marriedOn } : {};

  const head = createMember(family, {
    ...outsideParents(random),
    ...wedding,
    sex: headSex,
    age: headAge,
    familyRole: 'KEPALA KELUARGA',
    maritalStatus: status,
  });
  if (!couple) return [head];

  const wife = createMember(family, {
    ...outsideParents(random),
    marriedOn,
    sex: 'female',
    age: Math.max(20, headAge - random.whole(-2, 6)),
    familyRole: 'ISTRI',
    maritalStatus: 'KAWIN',
  });
  return [head, wife, ...createChildren(family, head, wife)];
}

function createChildren(family: Family, head: Person, wife: Person): Person[] {
  const oldest = ageOn(wife.birthDate) - 21;
  if (oldest < 1) return [];
  return Array.from({ length: family.random.whole(0, 3) }, () =>
    createMember(family, {
      sex: family.random.chance(0.5) ? 'male' : 'female',
      age: family.random.whole(0, Math.min(oldest, 27)),
      familyRole: 'ANAK',
      maritalStatus: 'BELUM KAWIN',
      father: { name: head.name, nik: head.nik },
      mother: { name: wife.name, nik: wife.nik },
    }),
  );
}

function createFamily(random: Random, numbers: IdentityNumbers): Family {
  return {
    random,
    numbers,
    name: inventFamilyName(random),
    kkNumber: numbers.kk(addDays(REFERENCE_DAY, -random.whole(60, 7_000))),
    religion: random.pick(RELIGIONS),
    address: {
      street: `Jl. ${random.pick(STREETS)} No. ${random.whole(1, 180)}`,
      rt: String(random.whole(1, 45)).padStart(3, '0'),
      rw: String(random.whole(1, 9)).padStart(3, '0'),
      kelurahan: random.pick(KELURAHAN),
    },
  };
}

function createMember(family: Family, role: Role): Person {
  const { random, numbers } = family;
  const birthDate = addDays(REFERENCE_DAY, -Math.floor(role.age * 365.25) - random.whole(1, 364));
  return {
    ...(role.marriedOn ? { marriedOn: role.marriedOn } : {}),
    nik: numbers.nik(birthDate, role.sex),
    kkNumber: family.kkNumber,
    name: inventName(random, role.sex, role.familyRole === 'ISTRI' ? undefined : family.name),
    sex: role.sex,
    birthDate,
    birthPlace: random.pick(BIRTH_PLACES),
    religion: family.religion,
    bloodType: random.pick(BLOOD_TYPES),
    maritalStatus: role.maritalStatus,
    education: ageOn(birthDate) < ADULT_AGE ? 'BELUM TAMAT SD/SEDERAJAT' : random.pick(SCHOOLING),
    occupation: ageOn(birthDate) < 22 ? 'PELAJAR/MAHASISWA' : random.pick(WORK),
    familyRole: role.familyRole,
    father: role.father,
    mother: role.mother,
    address: family.address,
    nops: ageOn(birthDate) < ADULT_AGE ? [] : inventNops(family),
    registered: true,
  };
}

function inventNops({ random, numbers, address }: Family): readonly string[] {
  if (!random.chance(OWNER_SHARE / ADULT_SHARE)) return [];
  const atHome = numbers.nop(random, address.kelurahan);
  return random.chance(0.12) ? [atHome, numbers.nop(random, random.pick(KELURAHAN))] : [atHome];
}

function outsideParents(random: Random): { father: Parent; mother: Parent } {
  return { father: { name: inventName(random, 'male') }, mother: { name: inventName(random, 'female') } };
}
