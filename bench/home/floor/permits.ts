import { sourceNow, toIsoDay } from './source.ts';

interface PermitRow {
  readonly no_izin: string;
  readonly nama_layanan: string;
  readonly sts: string;
  readonly tgl_masuk: string;
  readonly tgl_terbit: string;
  readonly biaya: string;
}

interface StepRow {
  readonly sts: string;
  readonly tanggal: string;
  readonly catatan: string;
}

interface DpmptspAnswer<Row> {
  readonly rc: string;
  readonly data: readonly Row[] | null;
}

const STATUS: Readonly<Record<string, string>> = {
  '0': 'SUBMITTED',
  '1': 'VERIFIED',
  '2': 'IN_PROCESS',
  '3': 'ISSUED',
  '9': 'REJECTED',
};

/** The rows of a search for permits, and where they came from. */
export function toPermitRows(answer: unknown) {
  return { rows: rowsOf(answer as DpmptspAnswer<PermitRow>), source: sourceNow('dpmptsp') };
}

/** A permit as Home shows it, without its steps. */
export function toPermit(row: PermitRow) {
  return {
    id: row.no_izin,
    service: row.nama_layanan,
    status: STATUS[row.sts],
    submittedOn: toIsoDay(row.tgl_masuk),
    issuedOn: toIsoDay(row.tgl_terbit),
    fee: Number(row.biaya),
  };
}

/** The steps of one permit as Home shows them. */
export function toSteps(answer: unknown) {
  return rowsOf(answer as DpmptspAnswer<StepRow>).map((row) => ({
    status: STATUS[row.sts],
    on: toIsoDay(row.tanggal),
    note: row.catatan,
  }));
}

function rowsOf<Row>({ rc, data }: DpmptspAnswer<Row>): readonly Row[] {
  if (rc === '01') return [];
  if (rc !== '00') throw new Error(`DPMPTSP answered ${rc}`);
  return data ?? [];
}
