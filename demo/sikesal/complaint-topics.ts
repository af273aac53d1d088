import { AGENCIES, type Agency } from './agency.ts';

/** What people complain about: SiKesal's category, the agency it is forwarded to, and how people put it. */
export interface ComplaintTopic {
  readonly category: string;
  readonly agency: Agency;
  readonly title: string;
  readonly text: string;
}

/** Topics of invented complaints; `{tempat}` becomes the complainant's street and kelurahan. */
export const COMPLAINT_TOPICS: readonly ComplaintTopic[] = [
  {
    category: 'jalan',
    agency: AGENCIES.pupr,
    title: 'Jalan berlubang',
    text: 'Jalan di {tempat} berlubang cukup dalam dan sudah beberapa kali membuat pengendara jatuh.',
  },
  {
    category: 'sampah',
    agency: AGENCIES.dlh,
    title: 'Sampah tidak diangkut',
    text: 'Sudah lima hari sampah di {tempat} tidak diangkut, baunya mengganggu warga.',
  },
  {
    category: 'lampu',
    agency: AGENCIES.dishub,
    title: 'Lampu jalan padam',
    text: 'Lampu penerangan jalan di {tempat} padam sejak minggu lalu, rawan saat malam.',
  },
  {
    category: 'air',
    agency: AGENCIES.tirtaMayang,
    title: 'Air PDAM keruh',
    text: 'Air ledeng di {tempat} keruh dan sering mati pada pagi hari.',
  },
  {
    category: 'drainase',
    agency: AGENCIES.pupr,
    title: 'Drainase tersumbat',
    text: 'Drainase di {tempat} tersumbat sehingga air meluap setiap hujan.',
  },
  {
    category: 'ketertiban',
    agency: AGENCIES.satpolPp,
    title: 'Lapak menutup trotoar',
    text: 'Lapak pedagang di dekat {tempat} menutup trotoar, pejalan kaki turun ke jalan.',
  },
  {
    category: 'pungli',
    agency: AGENCIES.inspektorat,
    title: 'Diminta uang di loket',
    text: 'Petugas loket dekat {tempat} meminta uang tambahan tanpa tanda terima.',
  },
  {
    category: 'kependudukan',
    agency: AGENCIES.dukcapil,
    title: 'KTP belum dicetak',
    text: 'Sudah sebulan KTP saya belum dicetak, padahal rekam data sudah selesai.',
  },
  {
    category: 'kesehatan',
    agency: AGENCIES.kesehatan,
    title: 'Antrean puskesmas lama',
    text: 'Antrean puskesmas dekat {tempat} terlalu lama, loket hanya satu yang buka.',
  },
];

/**
 * Returns the topic of this category.
 * @throws when there is none.
 */
export function getTopic(category: string): ComplaintTopic {
  const topic = COMPLAINT_TOPICS.find((candidate) => candidate.category === category);
  if (!topic) throw new Error(`no complaint topic ${category}`);
  return topic;
}
