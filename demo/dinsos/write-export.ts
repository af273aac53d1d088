import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { BeneficiaryRow } from './records.ts';

const COLUMNS: readonly (keyof BeneficiaryRow)[] = [
  'nomor_kartu_keluarga',
  'nomor_induk_kependudukan',
  'nama',
  'hubungan_keluarga',
  'desil_nasional',
  'bansos',
  'periode',
];

export interface ExportOptions {
  /** yyyy-mm. */
  readonly month: string;
  /** Whose number somebody typed anew, in the first row that has it, so that Excel took it for a number and rounded it. */
  readonly retypedNik?: string;
}

/** Writes rows as SIKS-NG exports them: a cover, title lines over merged cells, numbers of identity as text. */
export async function writeExport(
  rows: readonly BeneficiaryRow[],
  { month, retypedNik }: ExportOptions,
): Promise<Buffer> {
  const retyped = rows.findIndex((row) => row.nomor_induk_kependudukan === retypedNik);
  const cells = rows.map(
    (row, index): Row =>
      COLUMNS.map((column) => {
        const isRetyped = index === retyped && column === 'nomor_induk_kependudukan';
        return isRetyped ? roundAsExcel(row[column]) : row[column];
      }),
  );
  const cover: Row[] = [['Petunjuk'], ['Data ada di lembar berikutnya. Rahasia: memuat data pribadi.']];
  return writeExcelFile([
    { data: cover, sheet: 'Petunjuk' },
    { data: [...listTitles(month), [...COLUMNS], ...cells], sheet: 'DTSEN' },
  ]).toBuffer();
}

function listTitles(month: string): Row[] {
  const wide = (value: string): Row => [{ value, columnSpan: COLUMNS.length, fontWeight: 'bold' }];
  return [
    wide('KEMENTERIAN SOSIAL REPUBLIK INDONESIA'),
    wide('DATA TUNGGAL SOSIAL DAN EKONOMI NASIONAL (DTSEN) - SIKS-NG'),
    wide(`KOTA JAMBI, PERIODE ${month.slice(5)}/${month.slice(0, 4)}`),
    [],
  ];
}

/** Excel keeps 15 digits and writes noughts for the rest. */
function roundAsExcel(digits: string): number {
  return Number(digits.slice(0, 15).padEnd(digits.length, '0'));
}
