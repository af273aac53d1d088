import { slashedDay } from '../reference-day.ts';
import type { Payment } from './payments.ts';

const HEADINGS = [
  'BULAN',
  'NIP',
  'NAMA',
  'SKPD',
  'KELAS',
  'PAGU TPP',
  'POTONGAN',
  'TPP BRUTO',
  'PPH 21',
  'BPJS',
  'TPP NETTO',
  'TGL SP2D',
];

const AMOUNTS = [
  'ceiling',
  'deduction',
  'gross',
  'incomeTax',
  'healthInsurance',
  'net',
] as const satisfies readonly (keyof Payment)[];

/** Writes payments as SIMDA's report viewer saves them: Windows-1252, semicolons, a total in the last line. */
export function writeCsv(payments: readonly Payment[]): Buffer {
  const last = payments.at(-1)?.month ?? '';
  const totals = AMOUNTS.map((column) => formatAmount(payments.reduce((sum, payment) => sum + payment[column], 0)));
  const lines = [
    `"DAFTAR PEMBAYARAN TPP – S.D. BULAN ${last.slice(5)}/${last.slice(0, 4)}"`,
    '"PEMERINTAH KOTA JAMBI – BPKAD"',
    '',
    HEADINGS.join(';'),
    ...payments.map(toLine),
    ['', '', 'JUMLAH', '', '', ...totals, ''].join(';'),
    '',
  ];
  return encodeWindows1252(lines.join('\r\n'));
}

function toLine(payment: Payment): string {
  const { month, employee, paidOn } = payment;
  return [
    `${month.slice(5)}/${month.slice(0, 4)}`,
    formatNip(employee.nip),
    `"${employee.name.toUpperCase()}"`,
    `"${formatSatker(employee.satker)}"`,
    employee.positionClass,
    ...AMOUNTS.map((column) => formatAmount(payment[column])),
    slashedDay(paidOn),
  ].join(';');
}

/** As it is printed: birth date, appointment (contract: year and 21), sex, serial. */
function formatNip(nip: string): string {
  return [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)].join(' ');
}

/** In full, and for the hospital with its kind of budget. */
function formatSatker({ head, name }: Payment['employee']['satker']): string {
  return `${name.toUpperCase()}${head === 'Direktur' ? ' – BLUD' : ''}`;
}

function formatAmount(rupiah: number): string {
  return `"${String(rupiah).replace(/\B(?=(?:\d{3})+$)/g, '.')},00"`;
}

/** Of its letters that Latin-1 has not, the reports have one. */
function encodeWindows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
}
