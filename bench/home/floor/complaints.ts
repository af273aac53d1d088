import { sourceNow } from './source.ts';

interface SikesalAnswer {
  readonly success: boolean;
  readonly data: readonly {
    readonly id: string;
    readonly judul: string;
    readonly kategori: string;
    readonly status: string;
    readonly tgl_lapor: string;
    readonly opd_id: number | null;
  }[];
}

const STATUS: Readonly<Record<string, string>> = {
  baru: 'NEW',
  diverifikasi: 'VERIFIED',
  diproses: 'IN_PROCESS',
  selesai: 'RESOLVED',
  ditolak: 'REJECTED',
};

const AGENCIES: Readonly<Record<number, string>> = {
  3: 'disdukcapil',
  5: 'dinkes',
  6: 'disdik',
  8: 'dinsos',
  9: 'dpmptsp',
  11: 'bpprd',
  12: 'pupr',
  14: 'dlh',
  15: 'dishub',
  19: 'satpolpp',
  21: 'inspektorat',
  27: 'tirtamayang',
};

/** A search for complaints as Home shows it. */
export function toComplaints(answer: unknown, opdNames: ReadonlyMap<string, string>) {
  const { success, data } = answer as SikesalAnswer;
  if (!success) throw new Error('SiKesal refused');
  const source = sourceNow('diskominfo');
  return data.map((row) => {
    const code = row.opd_id === null ? undefined : AGENCIES[row.opd_id];
    return {
      id: row.id,
      title: row.judul,
      category: row.kategori,
      status: STATUS[row.status],
      reportedOn: row.tgl_lapor,
      opd: code === undefined ? null : { code, name: opdNames.get(code) },
      source,
    };
  });
}
