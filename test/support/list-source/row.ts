import { createRandom } from '../../../demo/random.ts';

/** A row as the legacy system gives it; a broken one may hold anything. */
export type ListRow = Readonly<Record<string, string | number | null>>;

/** Columns of the invented table; all but `nik` and `tgl_ubah` fill a field of the same record in every variant. */
export const LIST_COLUMNS = [
  'id',
  'nik',
  'nama',
  'telepon',
  'layanan',
  'sts',
  'tgl_masuk',
  'tgl_terbit',
  'biaya',
  'lokasi',
  'jumlah',
  'keterangan',
  'tgl_ubah',
] as const;

const SERVICES = ['SIUP', 'IMB', 'REKLAME', 'TRAYEK', 'PRAKTIK'];
const PLACES = ['Telanaipura', 'Jambi Selatan', 'Pasar Jambi', 'Kota Baru', 'Paal Merah'];
const NAMES = ['SITI AMINAH', 'BUDI SANTOSO', "MUHAMMAD NUR'AINI", 'RATNA DEWI', 'ZAÏNAL ABIDIN'];

/** The n-th invented row, the same for the same seed; `changedAtMs` is what its `tgl_ubah` says. */
export function makeRow(seed: number, serial: number, changedAtMs: number): ListRow {
  const random = createRandom('list-source', seed, serial);
  const issued = random.chance(0.6);
  const day = () => `${pad(random.whole(1, 28), 2)}/${pad(random.whole(1, 12), 2)}/${random.whole(2020, 2026)}`;
  return {
    id: `R-${pad(serial, 7)}`,
    nik: ownerOf(serial),
    nama: random.pick(NAMES),
    telepon: `0812${pad(random.whole(0, 99_999_999), 8)}`,
    layanan: random.pick(SERVICES),
    sts: issued ? '3' : String(random.whole(0, 2)),
    tgl_masuk: day(),
    tgl_terbit: issued ? day() : null,
    biaya: `Rp ${random.whole(1, 999)}.${pad(random.whole(0, 999), 3)}`,
    lokasi: random.pick(PLACES),
    jumlah: random.whole(0, 5000),
    keterangan: random.chance(0.3) ? null : `berkas ${random.whole(1, 9)} dari 9`,
    tgl_ubah: formatStamp(changedAtMs),
  };
}

/** Three rows in a row are one person's; the region does not exist, so it is nobody's. */
function ownerOf(serial: number): string {
  const person = Math.ceil(serial / 3);
  return `157199${pad((person % 28) + 1, 2)}${pad((person % 12) + 1, 2)}${pad(person % 100, 2)}${pad((person % 9_999) + 1, 4)}`;
}

/** `2026-11-01 08:00:00` in Jakarta, without a zone, as MySQL and PHP write it. */
export function formatStamp(atMs: number): string {
  return new Date(atMs + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
