import { type ActivityRow, listActivities } from '../bkpsdmd/activities.ts';
import type { Employee } from '../bkpsdmd/employees.ts';
import { listReviews } from '../bkpsdmd/reviews.ts';

/** An activity as this system keeps it. */
export interface Activity {
  readonly uuid: string;
  readonly nip: string;
  /** yyyy-mm-dd. */
  readonly tanggal: string;
  readonly aktivitas: string;
  readonly jumlah: number;
  readonly satuan: string;
  /** hh:mm. */
  readonly durasi: string;
  /** Null until it is done. */
  readonly durasi_selesai: string | null;
  readonly durasi_disetujui: string | null;
  readonly status: 'DIAJUKAN' | 'DISETUJUI' | 'DIKEMBALIKAN' | 'DIBATALKAN';
  readonly tanggal_disetujui: string | null;
  readonly disetujui_pada: string | null;
  readonly penilai_nip: string;
  readonly catatan: string | null;
  readonly referensi: string | null;
  readonly diubah: string;
}

/** What an app hands in. */
export type NewActivity = Pick<
  Activity,
  'nip' | 'tanggal' | 'aktivitas' | 'jumlah' | 'satuan' | 'durasi' | 'referensi'
>;

/** What a superior decides: a duration, or nothing and why. */
export interface Verdict {
  readonly uuid: string;
  readonly penilai: string;
  readonly durasi: string | null;
  readonly catatan: string | null;
  readonly referensi: string;
}

/** The accounts and activities of one city in this system. */
export interface PerformanceBook {
  listAccounts(): readonly object[];
  findAccount(nip: string): object | undefined;
  /** Without those that were taken back. */
  listOf(nip: string, month: string): readonly Activity[];
  /** Those that wait for this superior, with their authors' names. */
  listWaiting(penilai: string): readonly (Activity & { readonly nama_lengkap: string })[];
  /** Notes a verdict, once; says why not, or nothing. One that has come under this reference before is not noted again. */
  judge(verdict: Verdict): string | undefined;
  /** In the order of their changes. */
  listAll(): readonly Activity[];
  /** One that has come under this reference before is given again. */
  save(activity: NewActivity): Activity;
}

const JUDGED_ON = '2026-11-02';
const JUDGED_AT = `${JUDGED_ON}T09:00:00+07:00`;

/** Takes over accounts and activities of e-Kinerja, as on the day on which the city moves to this system. */
export function createPerformanceBook(employees: readonly Employee[], seed: number): PerformanceBook {
  const reviews = new Map(listReviews(employees, seed).map((one) => [one.nip, one]));
  const accounts = new Map(employees.map((one) => [one.nip, asAccount(one, reviews.get(one.nip))]));
  const superiors = new Map(employees.map(({ nip, superiorNip }) => [nip, superiorNip ?? nip]));
  const activities = employees.flatMap((one) => listActivities(one, seed).map(takeOver));
  const byReference = new Map<string, Activity>();
  const names = new Map(employees.map(({ nip, name }) => [nip, name]));
  const judge = ({ uuid, penilai, durasi, catatan, referensi }: Verdict): string | undefined => {
    if (byReference.get(referensi)?.uuid === uuid) return undefined;
    const at = activities.findIndex((one) => one.uuid === uuid);
    const found = activities[at];
    if (!found) return 'Aktivitas tidak ditemukan';
    if (found.penilai_nip !== penilai) return 'Anda bukan penilai aktivitas ini';
    if (found.status !== 'DIAJUKAN') return 'Aktivitas sudah dinilai';
    const approved = durasi && { durasi_disetujui: durasi, tanggal_disetujui: JUDGED_ON, disetujui_pada: JUDGED_AT };
    const status = durasi ? 'DISETUJUI' : 'DIKEMBALIKAN';
    const judged: Activity = { ...found, ...(approved || {}), status, catatan, diubah: JUDGED_AT };
    activities[at] = judged;
    byReference.set(referensi, judged);
    return undefined;
  };
  return {
    listAccounts: () => [...accounts.values()],
    findAccount: (nip) => accounts.get(nip),
    judge,
    listWaiting: (penilai) =>
      activities
        .filter((one) => isWaitingFor(one, penilai))
        .map((one) => ({ ...one, nama_lengkap: names.get(one.nip) ?? '' })),
    listOf: (nip, month) =>
      activities.filter(
        ({ nip: of, tanggal, status }) => of === nip && tanggal.startsWith(month) && status !== 'DIBATALKAN',
      ),
    listAll: () => activities.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)),
    save: (given) => {
      const before = byReference.get(given.referensi ?? '');
      if (before) return before;
      const added = asNew(given, `ak-${activities.length + 1}`, superiors.get(given.nip) ?? given.nip);
      activities.push(added);
      if (given.referensi) byReference.set(given.referensi, added);
      return added;
    },
  };
}

function asNew(given: NewActivity, uuid: string, penilai_nip: string): Activity {
  return {
    ...given,
    ...{ uuid, penilai_nip, status: 'DIAJUKAN', catatan: null, diubah: '2026-11-02T08:00:00+07:00' },
    durasi_selesai: given.durasi,
    durasi_disetujui: null,
    tanggal_disetujui: null,
    disetujui_pada: null,
  };
}

function isWaitingFor({ nip, penilai_nip, status, durasi_selesai }: Activity, penilai: string): boolean {
  return penilai_nip === penilai && nip !== penilai && status === 'DIAJUKAN' && durasi_selesai !== null;
}

/** Where an activity stands in the order of changes. */
export function placeOf({ diubah, uuid }: Activity): string {
  return `${diubah} ${uuid}`;
}

function asAccount(employee: Employee, review: ReturnType<typeof listReviews>[number] | undefined): object {
  const { nip, nik, name, status, position, positionClass, satker, superiorNip } = employee;
  return {
    nip,
    nik,
    nama_lengkap: name,
    jenis_asn: status,
    jabatan: { nama: position, kelas: positionClass },
    unit_kerja: { kode: String(satker.id), nama: satker.name },
    atasan: superiorNip ? { nip: superiorNip } : null,
    skp_terakhir: review ? { tahun: review.tahun, hasil: review.hasil_kinerja, perilaku: review.perilaku_kerja } : null,
  };
}

function takeOver(row: ActivityRow): Activity {
  const isReturned = row.ok_kuan_h === 0;
  const judged = row.tgl_ok ? 'DISETUJUI' : isReturned ? 'DIKEMBALIKAN' : 'DIAJUKAN';
  return {
    uuid: `ek-${row.id}`,
    nip: row.nip,
    tanggal: row.tgl,
    aktivitas: row.uraian_keg_h,
    jumlah: row.target_kuan_h,
    satuan: row.target_output_h,
    durasi: asDuration(row.target_waktu_h),
    durasi_selesai: row.real_waktu_h === null ? null : asDuration(row.real_waktu_h),
    durasi_disetujui: row.tgl_ok && row.ok_waktu_h !== null ? asDuration(row.ok_waktu_h) : null,
    status: row.flag === 0 ? 'DIBATALKAN' : judged,
    tanggal_disetujui: row.tgl_ok?.slice(0, 10) ?? null,
    disetujui_pada: row.tgl_ok ? asInstant(row.tgl_ok) : null,
    penilai_nip: row.penilai_nip,
    catatan: row.penilaian,
    referensi: null,
    diubah: asInstant(row.tgl_ubah),
  };
}

function asDuration(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function asInstant(local: string): string {
  return `${local.replace(' ', 'T')}+07:00`;
}
