import type { Alias, Person } from './person.ts';
import { getKelurahan } from './wilayah.ts';

interface Sketch {
  readonly alias: Alias;
  readonly nik: string;
  readonly kkNumber: string;
  readonly name: string;
  readonly sex: Person['sex'];
  readonly birthDate: string;
  readonly occupation: string;
  readonly married: boolean;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly kelurahan: string;
  readonly nops: readonly string[];
}

// These people do not depend on the seed: documentation and tests may quote their numbers.
const SKETCHES: readonly Sketch[] = [
  {
    alias: 'demo',
    nik: '1571991007900001',
    kkNumber: '1571991203150001',
    name: 'Rahmat Syahputra',
    sex: 'male',
    birthDate: '1990-07-10',
    occupation: 'WIRASWASTA',
    married: true,
    street: 'Jl. Contoh Raya No. 12',
    rt: '005',
    rw: '002',
    kelurahan: 'Simpang IV Sipin',
    nops: ['157101000100501230'],
  },
  {
    alias: 'siti',
    nik: '1571995204860001',
    kkNumber: '1571990108110001',
    name: 'Siti Marlina',
    sex: 'female',
    birthDate: '1986-04-12',
    occupation: 'GURU',
    married: true,
    street: 'Jl. Contoh Melati No. 7',
    rt: '014',
    rw: '004',
    kelurahan: 'Rawa Sari',
    nops: ['157109000201200450'],
  },
  {
    alias: 'lunas',
    nik: '1571992311740001',
    kkNumber: '1571991905050001',
    name: 'Hendri Tanjung',
    sex: 'male',
    birthDate: '1974-11-23',
    occupation: 'PEDAGANG',
    married: true,
    street: 'Jl. Contoh Pasar No. 31',
    rt: '002',
    rw: '001',
    kelurahan: 'Talang Banjar',
    nops: ['157103000300800770'],
  },
  {
    alias: 'kosong',
    nik: '1571994503070001',
    kkNumber: '1571991409250001',
    name: 'Ayu Anggraini',
    sex: 'female',
    birthDate: '2007-03-05',
    occupation: 'PELAJAR/MAHASISWA',
    married: false,
    street: 'Jl. Contoh Kampus No. 3',
    rt: '021',
    rw: '007',
    kelurahan: 'Mayang Mangurai',
    nops: [],
  },
  {
    alias: 'tiada',
    nik: '1571990602880001',
    kkNumber: '1571992707160001',
    name: 'Yuda Pratama',
    sex: 'male',
    birthDate: '1988-02-06',
    occupation: 'KARYAWAN SWASTA',
    married: false,
    street: 'Jl. Contoh Perantau No. 9',
    rt: '010',
    rw: '003',
    kelurahan: 'Thehok',
    nops: [],
  },
  {
    alias: 'ganda',
    nik: '1571995809720001',
    kkNumber: '1571990211990001',
    name: 'Erna Chaniago',
    sex: 'female',
    birthDate: '1972-09-18',
    occupation: 'WIRASWASTA',
    married: true,
    street: 'Jl. Contoh Danau No. 88',
    rt: '008',
    rw: '002',
    kelurahan: 'Solok Sipin',
    nops: ['157110000500300110', '157104000301500020', '157111000202100640'],
  },
  {
    alias: 'aneh',
    nik: '1571993112680001',
    kkNumber: '1571990505010001',
    name: 'Muslim Efendi',
    sex: 'male',
    birthDate: '1968-12-31',
    occupation: 'BURUH HARIAN LEPAS',
    married: true,
    street: 'Jl. Contoh Lama No. 1',
    rt: '001',
    rw: '001',
    kelurahan: 'Kasang',
    nops: ['157103000600100090'],
  },
];

/** Returns the people with a name of their own, in a fixed order; they open every population. */
export function listAliasPeople(): readonly Person[] {
  return SKETCHES.map(toPerson);
}

function toPerson(sketch: Sketch): Person {
  return {
    nik: sketch.nik,
    kkNumber: sketch.kkNumber,
    alias: sketch.alias,
    name: sketch.name,
    sex: sketch.sex,
    birthDate: sketch.birthDate,
    birthPlace: 'Jambi',
    religion: 'ISLAM',
    bloodType: sketch.alias === 'aneh' ? 'TIDAK TAHU' : 'O',
    maritalStatus: sketch.married ? 'KAWIN' : 'BELUM KAWIN',
    ...(sketch.married ? { marriedOn: `${Number(sketch.birthDate.slice(0, 4)) + 25}-06-15` } : {}),
    education: 'SLTA/SEDERAJAT',
    occupation: sketch.occupation,
    familyRole: 'KEPALA KELUARGA',
    father: { name: 'Zainal Usman' },
    mother: { name: 'Halimah Hasanah' },
    address: { street: sketch.street, rt: sketch.rt, rw: sketch.rw, kelurahan: getKelurahan(sketch.kelurahan) },
    nops: sketch.nops,
    registered: sketch.alias !== 'tiada',
  };
}
