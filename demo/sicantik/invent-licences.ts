import { listBusinessLinks } from '../oss/records.ts';
import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { type ExpiryRow, type InteropRow, type Licence, type LicenceTemplate, TEMPLATES } from './licence.ts';

interface Filing {
  readonly template: LicenceTemplate;
  readonly filedOn: string;
  readonly status: LicenceStatus;
  readonly extended?: boolean;
}

export type LicenceStatus = 'Permohonan Baru' | 'Proses Verifikasi' | 'Selesai' | 'Ditolak';

/** Share of adults with a licence here. */
const HOLDER_SHARE = 0.08;
const DAYS_TO_ISSUE = 12;
const KINDS = Object.values(TEMPLATES);

const ALIAS_FILINGS: Readonly<Partial<Record<string, readonly Filing[]>>> = {
  demo: [{ template: TEMPLATES.jasaBoga, filedOn: '2026-03-16', status: 'Selesai' }],
  siti: [{ template: TEMPLATES.bimbel, filedOn: '2024-07-01', status: 'Selesai', extended: true }],
  ganda: [{ template: TEMPLATES.apotek, filedOn: '2026-10-26', status: 'Proses Verifikasi' }],
  aneh: [
    { template: TEMPLATES.bimbel, filedOn: '2023-02-13', status: 'Selesai' },
    { template: TEMPLATES.taman, filedOn: '2026-08-10', status: 'Selesai' },
  ],
};

/** Returns which application belongs to whom, in the order of the people. */
export function listLicenceLinks(people: readonly Person[], seed: number) {
  return inventLicences(people, seed).map(({ ownerNik, row }) => ({
    nik: ownerNik,
    kind: 'no-permohonan',
    value: row.no_permohonan,
  }));
}

/** The licences that these people have applied for before the city's "today", in the order of their numbers. */
export function inventLicences(people: readonly Person[], seed: number): Licence[] {
  const nibs = new Map(listBusinessLinks(people, seed).map(({ nik, value }) => [nik, value]));
  let serial = 0;
  return people.flatMap((person) => {
    const random = createRandom(seed, 'sicantik', person.nik);
    return listFilings(person, random).map((filing) => {
      serial += 1;
      return spoil(person, writeLicence(person, filing, serial, nibs.get(person.nik), random));
    });
  });
}

function listFilings(person: Person, random: Random): readonly Filing[] {
  if (person.alias) return ALIAS_FILINGS[person.alias] ?? [];
  if (ageOn(person.birthDate) < ADULT_AGE || !random.chance(HOLDER_SHARE)) return [];
  const daysAgo = random.whole(1, 1_400);
  const status = daysAgo <= DAYS_TO_ISSUE ? random.pick(['Permohonan Baru', 'Proses Verifikasi'] as const) : 'Selesai';
  return [
    {
      template: random.pick(KINDS),
      filedOn: addDays(REFERENCE_DAY, -daysAgo),
      status: status === 'Selesai' && random.chance(0.08) ? 'Ditolak' : status,
      extended: daysAgo > 800 && random.chance(0.5),
    },
  ];
}

function writeLicence(
  person: Person,
  { template, filedOn, status, extended = false }: Filing,
  serial: number,
  nib: string | undefined,
  random: Random,
): Licence {
  const { name, street, kelurahan } = { name: person.name.toUpperCase(), ...person.address };
  const number = String(serial).padStart(5, '0');
  const year = filedOn.slice(0, 4);
  const issuedOn = status === 'Selesai' ? addDays(filedOn, random.whole(3, DAYS_TO_ISSUE)) : undefined;
  const licenceNumber = issuedOn ? numberOf(template, number, issuedOn) : null;
  const row: InteropRow = {
    id: 700_000 + serial,
    no_permohonan: `SC-1571-${year}-${number}`,
    jenis_izin: template.name,
    nama_pemohon: name,
    ...(template.showsNik && { nik: person.nik }),
    ...(template.forBusiness && nib !== undefined && { nib, nama_usaha: `USAHA ${name}` }),
    ...(template.showsPlace && { lokasi_izin: `${street}, Kel. ${kelurahan.name}` }),
    tgl_pengajuan: template.showsTime ? `${filedOn} 0${random.whole(8, 9)}:${random.whole(10, 59)}:00` : filedOn,
    // The template with a place on it has no word for a day that has not come.
    ...((issuedOn || !template.showsPlace) && { tgl_penetapan: issuedOn ?? null, no_izin: licenceNumber }),
    status,
  };
  const terms = licenceNumber ? writeTerms({ row, template, name, issuedOn, licenceNumber, extended }) : [];
  return { ownerNik: person.nik, filedOn, row, terms };
}

/** A new application of a person, filed today. */
export function fileApplication(person: Person, serial: number, random: Random): Licence {
  const filing = { template: TEMPLATES.taman, filedOn: REFERENCE_DAY, status: 'Permohonan Baru' } as const;
  return writeLicence(person, filing, serial, undefined, random);
}

/** The application with its licence, issued on a day. */
export function issueLicence(licence: Licence, issuedOn: string): Licence {
  const { jenis_izin, no_permohonan, nama_pemohon = '' } = licence.row;
  const template = KINDS.find(({ name }) => name === jenis_izin) ?? TEMPLATES.taman;
  const licenceNumber = numberOf(template, no_permohonan.slice(-5), issuedOn);
  const row = { ...licence.row, status: 'Selesai', tgl_penetapan: issuedOn, no_izin: licenceNumber };
  return {
    ...licence,
    row,
    terms: writeTerms({ row, template, name: nama_pemohon, issuedOn, licenceNumber, extended: false }),
  };
}

function numberOf({ code }: LicenceTemplate, serial: string, issuedOn: string): string {
  return `${code}/${serial}/SICANTIK/${issuedOn.slice(0, 4)}`;
}

interface Issue {
  readonly row: InteropRow;
  readonly template: LicenceTemplate;
  readonly name: string;
  readonly issuedOn: string | undefined;
  readonly licenceNumber: string;
  readonly extended: boolean;
}

function writeTerms({ row, template, name, issuedOn = '', licenceNumber, extended }: Issue): ExpiryRow[] {
  const years = extended ? [0, 1] : [0];
  return years.map((term) => ({
    pendaftaran_id: String(row.id),
    n_pemohon: name,
    n_perizinan: template.name,
    no_surat: licenceNumber,
    d_terima_berkas: row.tgl_pengajuan.slice(0, 10),
    d_berlaku_izin:
      template.years === 0 ? null : `${Number(issuedOn.slice(0, 4)) + template.years * (term + 1)}${issuedOn.slice(4)}`,
  }));
}

/** The rows of `aneh` are written as the oldest templates write them: a padded NIK, a dash, keys left out. */
function spoil(person: Person, licence: Licence): Licence {
  if (person.alias !== 'aneh') return licence;
  const { nama_pemohon, ...row } = licence.row;
  if (licence.row.nik !== undefined) return { ...licence, row: { ...row, nik: ` ${person.nik} `, lokasi_izin: '-' } };
  return { ...licence, row: { ...row, nik: '-', tgl_penetapan: '0000-00-00' } };
}
