/** A permit as the application's table holds it: text only, formats of its own. */
interface PermitRow {
  readonly no_izin: string;
  readonly nik: string;
  readonly kode_layanan: string;
  readonly nama_layanan: string;
  /** 0 received, 1 verified, 2 in process, 3 issued, 9 rejected. */
  readonly sts: PermitStatus;
  /** dd/mm/yyyy. */
  readonly tgl_masuk: string;
  /** dd/mm/yyyy, or empty while not issued. */
  readonly tgl_terbit: string;
  readonly biaya: string;
  /** yyyy-mm-dd hh:mm:ss. */
  readonly tgl_ubah: string;
}

export type PermitStatus = '0' | '1' | '2' | '3' | '9';

/** One step of a permit's way through the office. */
interface PermitStep {
  readonly sts: PermitStatus;
  /** dd/mm/yyyy. */
  readonly tanggal: string;
  readonly catatan: string;
}

/** A permit with what the application shows only on request. */
export interface Permit {
  readonly row: PermitRow;
  readonly applicant: string;
  readonly steps: readonly PermitStep[];
  /** What its applicant wrote; the invented ones of former years have none. */
  readonly filing?: PermitFiling;
}

interface PermitFiling {
  readonly business: string;
  readonly place: string;
  readonly note: string;
  readonly reference: string;
}

/** Whether the office still has to decide. */
export function isOpen(status: PermitStatus): boolean {
  return status === '0' || status === '1' || status === '2';
}

/** A kind of permit: code, name, fee in rupiah, usual days to issue. */
export interface PermitService {
  readonly code: string;
  readonly name: string;
  readonly fee: number;
  readonly days: number;
}

/** The kinds of permit that this application handles. */
export const PERMIT_SERVICES: readonly PermitService[] = [
  { code: 'PBG', name: 'Persetujuan Bangunan Gedung', fee: 1_250_000, days: 28 },
  { code: 'REK', name: 'Izin Penyelenggaraan Reklame', fee: 250_000, days: 7 },
  { code: 'SIPB', name: 'Surat Izin Praktik Bidan', fee: 0, days: 5 },
  { code: 'SIPP', name: 'Surat Izin Praktik Perawat', fee: 0, days: 5 },
  { code: 'PAUD', name: 'Izin Operasional PAUD', fee: 0, days: 14 },
  { code: 'SKP', name: 'Surat Keterangan Penelitian', fee: 0, days: 3 },
  { code: 'TRAY', name: 'Izin Trayek Angkutan Kota', fee: 150_000, days: 10 },
  { code: 'MAKAM', name: 'Izin Pemakaian Tanah Makam', fee: 75_000, days: 2 },
];

/**
 * Returns the kind of permit with this code.
 * @throws when there is none.
 */
export function getPermitService(code: string): PermitService {
  const service = PERMIT_SERVICES.find((candidate) => candidate.code === code);
  if (!service) throw new Error(`no permit service ${code}`);
  return service;
}
