import type { Person } from '../people/person.ts';

/** One element of a Dukcapil answer: 33 keys, upper case, missing values null. */
export type DukcapilRecord = Readonly<Record<string, string | number | null>>;

/** Returns the population record of one NIK, or nothing when the registry has none. */
export type FindDukcapilRecord = (nik: string) => DukcapilRecord | undefined;

/** Opens the registry over these people; a record is written when it is first asked for. */
export function createRegistry(people: readonly Person[]): FindDukcapilRecord {
  const byNik = new Map(people.filter((person) => person.registered).map((person) => [person.nik, person]));
  return (nik) => {
    const person = byNik.get(nik);
    return person ? toRecord(person) : undefined;
  };
}

function toRecord(person: Person): DukcapilRecord {
  // Some releases of the real service write both numbers as JSON numbers; `aneh` is served by such a one.
  const asServed = (number: string): string | number => (person.alias === 'aneh' ? Number(number) : number);
  return {
    NIK: asServed(person.nik),
    NO_KK: asServed(person.kkNumber),
    NAMA_LGKP: person.name.toUpperCase(),
    JENIS_KLMIN: person.sex === 'male' ? 'LAKI-LAKI' : 'PEREMPUAN',
    TMPT_LHR: person.birthPlace.toUpperCase(),
    TGL_LHR: person.birthDate,
    NO_AKTA_LHR: `1571-LT-${person.nik.slice(12)}`,
    GOL_DARAH: person.bloodType,
    AGAMA: person.religion,
    STATUS_KAWIN: person.maritalStatus,
    TGL_KWN: person.marriedOn ?? null,
    NO_AKTA_KWN: null,
    TGL_CRAI: null,
    NO_AKTA_CRAI: null,
    PDDK_AKH: person.education,
    JENIS_PKRJN: person.occupation,
    STAT_HBKEL: person.familyRole,
    ...addressKeys(person),
    ...parentKeys(person),
  };
}

function addressKeys({ address }: Person): DukcapilRecord {
  const { kelurahan } = address;
  return {
    ALAMAT: address.street.toUpperCase(),
    DUSUN: null,
    NO_RT: Number(address.rt),
    NO_RW: Number(address.rw),
    NO_KEL: kelurahan.code,
    NO_KEC: kelurahan.kecamatanCode,
    NO_KAB: 71,
    NO_PROP: 15,
    KEL_NAME: kelurahan.name.toUpperCase(),
    KEC_NAME: kelurahan.kecamatan.toUpperCase(),
    KAB_NAME: 'KOTA JAMBI',
    PROP_NAME: 'JAMBI',
  };
}

function parentKeys({ father, mother }: Person): DukcapilRecord {
  return {
    NIK_AYAH: father.nik ?? null,
    NAMA_LGKP_AYAH: father.name.toUpperCase(),
    NIK_IBU: mother.nik ?? null,
    NAMA_LGKP_IBU: mother.name.toUpperCase(),
  };
}
