import { listBusinessLinks } from '../oss/records.ts';
import { ADULT_AGE } from '../people/household.ts';
import type { Person } from '../people/person.ts';
import { createRandom, type Random } from '../random.ts';
import { addDays, ageOn, REFERENCE_DAY } from '../reference-day.ts';
import { type ExpiryRow, type InteropRow, type Licence, type LicenceTemplate, TEMPLATES } from './licence.ts';

/** The licences, found in the two ways that the system offers. */
export interface LicenceBook {
  /** Those filed from one ISO day to another, both included, oldest first. */
  listFiled(from: string, to: string): readonly Licence[];
  findByApplication(number: string): Licence | undefined;
  /** The terms of an issued licence, oldest first. */
  listTerms(licenceNumber: string): readonly ExpiryRow[];
}

interface Filing {
  readonly template: LicenceTemplate;
  readonly filedOn: string;
  readonly status: Status;
  readonly extended?: boolean;
}

type Status = 'Permohonan Baru' | 'Proses Verifikasi' | 'Selesai' | 'Ditolak';

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

/** Opens the book of these people's licences; it is written when first asked. */
export function createLicenceBook(people: readonly Person[], seed: number): LicenceBook {
  let shelves: ReturnType<typeof fillShelves> | undefined;
  const open = () => {
    shelves ??= fillShelves(people, seed);
    return shelves;
  };
  return {
    listFiled: (from, to) => open().byDay.filter(({ filedOn }) => filedOn >= from && filedOn <= to),
    findByApplication: (number) => open().byApplication.get(number),
    listTerms: (licenceNumber) => open().byNumber.get(licenceNumber) ?? [],
  };
}

/** Returns which application belongs to whom, in the order of the people. */
export function listLicenceLinks(people: readonly Person[], seed: number) {
  return listLicences(people, seed).map(({ ownerNik, row }) => ({
    nik: ownerNik,
    kind: 'no-permohonan',
    value: row.no_permohonan,
  }));
}

function fillShelves(people: readonly Person[], seed: number) {
  const licences = listLicences(people, seed);
  const sorted = licences.toSorted((one, other) => (one.filedOn < other.filedOn ? -1 : 1));
  return {
    byDay: sorted,
    byApplication: new Map(licences.map((licence) => [licence.row.no_permohonan, licence])),
    byNumber: new Map(licences.flatMap(({ terms }) => terms.map(({ no_surat }) => [no_surat, terms] as const))),
  };
}

function listLicences(people: readonly Person[], seed: number): Licence[] {
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
  const licenceNumber = issuedOn ? `${template.code}/${number}/SICANTIK/${issuedOn.slice(0, 4)}` : null;
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
