import { indonesianDay } from '../indonesian-day.ts';
import { createRandom } from '../random.ts';
import { REFERENCE_DAY } from '../reference-day.ts';
import { type Agency, CITY, isKept } from './agencies.ts';

/** A published document as the application shows it; nothing in it is a key. */
export interface DocumentRow {
  readonly opd_id: number;
  readonly opd_nama: string;
  readonly file: string;
  readonly keterangan: string | null;
  readonly jenis_dokumen: string;
  readonly jenis_periode: 'periode' | 'tahun';
  /** `2024 - 2026`, or `2025`. */
  readonly periode: string;
  /** 16 Oktober 2025. */
  readonly tanggal_publish: string;
  readonly kategori: 'induk' | 'perubahan';
}

interface DocumentKind {
  readonly title: string;
  readonly by: 'periode' | 'tahun';
  readonly whose: 'city' | 'agencies' | 'all';
  /** Month of publication; `next` when that is a month of the year after. */
  readonly month: number;
  readonly next?: true;
  /** Month in which the changed version comes out, where there is one. */
  readonly changedIn?: number;
}

/** The kinds of document, by what stands in the address. */
const KINDS: Readonly<Record<string, DocumentKind>> = {
  rpjmd: { title: 'RPJMD', by: 'periode', whose: 'city', month: 8 },
  renstra: { title: 'Renstra', by: 'periode', whose: 'agencies', month: 9 },
  iku: { title: 'IKU', by: 'periode', whose: 'all', month: 10 },
  cascading: { title: 'Cascading', by: 'periode', whose: 'all', month: 10 },
  'proses-bisnis': { title: 'Proses Bisnis', by: 'periode', whose: 'agencies', month: 11 },
  rkpd: { title: 'RKPD', by: 'tahun', whose: 'city', month: 1, changedIn: 7 },
  renja: { title: 'Renja', by: 'tahun', whose: 'agencies', month: 1, changedIn: 8 },
  pk: { title: 'Perjanjian Kinerja', by: 'tahun', whose: 'all', month: 1, changedIn: 6 },
  'rencana-aksi': { title: 'Rencana Aksi', by: 'tahun', whose: 'all', month: 2 },
  capaian: { title: 'Capaian Kinerja', by: 'tahun', whose: 'all', month: 1, next: true },
  lkjip: { title: 'LKjIP', by: 'tahun', whose: 'all', month: 2, next: true },
  lppd: { title: 'LPPD', by: 'tahun', whose: 'city', month: 3, next: true },
  'lhe-inspektorat': { title: 'LHE Inspektorat', by: 'tahun', whose: 'agencies', month: 6, next: true },
  'lhe-kemenpan': { title: 'LHE Kemenpan', by: 'tahun', whose: 'city', month: 1, next: true },
};

const PERIODS = [
  { from: 2013, to: 2018 },
  { from: 2018, to: 2023 },
  { from: 2024, to: 2026 },
] as const;
/** Nobody of this agency uploaded anything that year. */
const MISSING = { key: 'dinsos', year: 2024 } as const;
/** This agency pressed the button twice: the same paper under two addresses. */
const UPLOADED_TWICE = 'dlh';

/** Returns whether this kind of document exists. */
export function isDocumentKind(kind: string): boolean {
  return Object.hasOwn(KINDS, kind);
}

/** Lists an agency's published documents of one kind that concern a year. */
export function listDocuments(kindName: string, agency: Agency, year: number, seed: number): readonly DocumentRow[] {
  const kind = KINDS[kindName];
  if (!kind || !isKept(agency, year) || !isWritten(kind, agency)) return [];
  if (agency.key === MISSING.key && year === MISSING.year) return [];
  const period = PERIODS.findLast(({ from, to }) => year >= from && year <= to);
  const about = kind.by === 'tahun' ? String(year) : period && `${period.from} - ${period.to}`;
  if (!about) return [];
  const published = (kind.by === 'tahun' ? year : Number(about.slice(0, 4))) + (kind.next ? 1 : 0);
  const random = createRandom(seed, 'dokumen', kindName, agency.key, about);
  const write = (kategori: DocumentRow['kategori'], month: number): (DocumentRow & { readonly day: string })[] => {
    const day = `${published}-${String(month).padStart(2, '0')}-${String(random.whole(2, 27)).padStart(2, '0')}`;
    const files = agency.key === UPLOADED_TWICE && kategori === 'induk' ? [1, 2] : [1];
    return files.map((copy) => ({
      day,
      opd_id: agency.id,
      opd_nama: agency.name,
      file: `https://esakip.contoh.invalid/storage/${kindName}/${agency.id}/${day.replaceAll('-', '')}-${random.whole(100_000, 999_999)}-${copy}.pdf`,
      keterangan: kategori === 'perubahan' ? `${kind.title} Perubahan` : random.chance(0.3) ? null : kind.title,
      jenis_dokumen: kind.title,
      jenis_periode: kind.by,
      periode: about,
      tanggal_publish: indonesianDay(day),
      kategori,
    }));
  };
  return [...write('induk', kind.month), ...(kind.changedIn ? write('perubahan', kind.changedIn) : [])]
    .filter(({ day }) => day <= REFERENCE_DAY)
    .map(({ day, ...row }) => row);
}

function isWritten({ whose }: DocumentKind, agency: Agency): boolean {
  return whose === 'all' || (whose === 'city') === (agency === CITY);
}
