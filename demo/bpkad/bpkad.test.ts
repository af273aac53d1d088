import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEmployees } from '../bkpsdmd/employees.ts';
import { summariseMonth } from '../bkpsdmd/monthly-facts.ts';
import { createPopulation } from '../people/population.ts';
import { deliverPayments } from './deliver.ts';
import { IGNORING_SATKER_ID, listPayments } from './payments.ts';

const employees = listEmployees(createPopulation(), 1571);
const payments = listPayments(employees, 1571);
const absentDaysOf = ({ employee, month }: (typeof payments)[number]) =>
  summariseMonth(employee, month as '2026-09', 1571).absentDays;

describe('payments', () => {
  test('are one for each employee and month, and add up', () => {
    expect(payments).toHaveLength(employees.length * 2);
    for (const { ceiling, deduction, gross, incomeTax, healthInsurance, net } of payments) {
      expect(gross).toBe(ceiling - deduction);
      expect(net).toBe(gross - incomeTax - healthInsurance);
      expect(net).toBeGreaterThan(0);
    }
  });

  test('are cut for every absence, but in one agency for none', () => {
    const absent = payments.filter((payment) => absentDaysOf(payment) > 0);
    const [ignored, others] = [true, false].map((isIgnored) =>
      absent.filter(({ employee }) => (employee.satker.id === IGNORING_SATKER_ID) === isIgnored),
    );
    expect(ignored?.length).toBeGreaterThan(0);
    expect(ignored?.every(({ deduction }) => deduction === 0)).toBe(true);
    expect(others?.length).toBeGreaterThan(0);
    expect(others?.every(({ deduction }) => deduction > 0)).toBe(true);
  });

  test('of siti are cut for what e-Absen has of her', () => {
    const ofSiti = payments.filter(({ employee }) => employee.alias === 'siti');
    // September: 45 minutes late 2 %, one day without check-out 3 %. October: 12 minutes late 1 %. Of 40 % of 3,750,000.
    expect(ofSiti.map(({ month, deduction }) => [month, deduction])).toEqual([
      ['2026-09', 75_000],
      ['2026-10', 15_000],
    ]);
  });
});

describe('the folder', () => {
  let root: string;
  let folder: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'bpkad-'));
    folder = join(root, 'bpkad');
    deliverPayments(folder, employees, 1571);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const readLines = (month: string) => {
    const bytes = readFileSync(join(folder, `simda-tpp-${month}.csv`));
    return new TextDecoder('windows-1252').decode(bytes).split('\r\n');
  };

  test('is named in the setting, and has a file for each month, the newest with all of them', () => {
    expect(deliverPayments(folder, employees, 1571)).toEqual({ BPKAD_FOLDER: folder });
    expect(readdirSync(folder).sort()).toEqual(['simda-tpp-2026-09.csv', 'simda-tpp-2026-10.csv']);
    const [older, newer] = ['09', '10'].map((month) => statSync(join(folder, `simda-tpp-2026-${month}.csv`)).mtimeMs);
    expect(newer).toBeGreaterThan(older ?? Number.POSITIVE_INFINITY);
    // Three lines of title, headings, rows, a total, and the end of the last line.
    expect(readLines('2026-09')).toHaveLength(4 + employees.length + 2);
    expect(readLines('2026-10')).toHaveLength(4 + employees.length * 2 + 2);
  });

  test('has files as SIMDA saves them', () => {
    const lines = readLines('2026-10');
    expect(lines[0]).toBe('"DAFTAR PEMBAYARAN TPP – S.D. BULAN 10/2026"');
    expect(lines.some((line) => line.includes('"RSUD H. ABDUL MANAP – BLUD"'))).toBe(true);
    const siti = lines.filter((line) => line.includes('"SITI MARLINA"'));
    expect(siti[0]).toMatch(
      /^09\/2026;\d{8} \d{6} 2 \d{3};"SITI MARLINA";"SD NEGERI CONTOH 1\/IV";9;"3\.750\.000,00";"75\.000,00";.*;06\/10\/2026$/,
    );
    expect(lines.at(-2)).toMatch(/^;;JUMLAH;;;"\d{1,3}(\.\d{3})+,00";/);
    expect(lines.at(-1)).toBe('');
  });
});
