import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { decideYear } from './achievement.ts';
import { AGENCIES, FIRST_YEAR, LAST_YEAR } from './agencies.ts';
import { decideGrade } from './evaluations.ts';
import { createEsakip, ESAKIP_API_KEY } from './server.ts';

type Row = Readonly<Record<string, string>>;
interface Evaluation {
  readonly opd_id: number;
  readonly komponen: readonly Row[];
  readonly total: string;
  readonly predikat: string;
}

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, age) => String(FIRST_YEAR + age));

let system: RunningSystem;
beforeAll(async () => {
  system = await serveSystem(createEsakip(1), 0, '127.0.0.1');
});
afterAll(() => system.stop());

async function ask<Data>(path: string, query: Record<string, string> = {}): Promise<Data> {
  const response = await get(path, query);
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: Data }).data;
}

function get(path: string, query: Record<string, string>, key: string = ESAKIP_API_KEY): Promise<Response> {
  return fetch(`${system.url}/api/${path}?${new URLSearchParams(query)}`, { headers: { 'x-api-key': key } });
}

function numberOf(text = ''): number {
  expect(text).toMatch(/^-?\d+(,\d+)?$/);
  return Number(text.replace(',', '.'));
}

async function indicatorsOf(tahun: string): Promise<{ counted: Row[]; struckOut: Row[] }> {
  const rows = await ask<Row[]>('indikator', { tahun });
  return {
    counted: rows.filter(({ active }) => active === '1'),
    struckOut: rows.filter(({ active }) => active === '0'),
  };
}

function recompute(row: Row): number {
  const targets = [row.target_1, row.target_2, row.target_3, row.target_4].map(numberOf);
  const reals = [row.realisasi_tw_1, row.realisasi_tw_2, row.realisasi_tw_3, row.realisasi_tw_4]
    .filter((text) => text !== '')
    .map(numberOf);
  const formula = row.rumus_capaian_kinerja;
  if (formula !== '1' && formula !== '2' && formula !== '3') throw new Error(`no formula ${formula}`);
  return decideYear(formula, targets, reals) ?? Number.NaN;
}

describe('documents', () => {
  test('are filed under the agency’s name, their months written out', async () => {
    const data = await ask<Record<string, Row[]>>('dokumen/pk', { tahun: '2025', opd: '7' });
    expect(Object.keys(data)).toEqual(['DINAS KESEHATAN']);
    expect(data['DINAS KESEHATAN']).toEqual([
      expect.objectContaining({
        opd_id: 7,
        jenis_periode: 'tahun',
        periode: '2025',
        kategori: 'induk',
        tanggal_publish: expect.stringMatching(/^\d{1,2} Januari 2025$/),
      }),
      expect.objectContaining({ kategori: 'perubahan', tanggal_publish: expect.stringMatching(/ Juni 2025$/) }),
    ]);
  });

  test('of a period are there in each of its years, and the city’s own only for the city', async () => {
    const [first, last] = await Promise.all(
      ['2024', '2026'].map((tahun) => ask<Record<string, Row[]>>('dokumen/rpjmd', { tahun })),
    );
    expect(first).toEqual(last);
    expect(Object.keys(first ?? {})).toEqual(['PEMERINTAH KOTA JAMBI']);
    expect(first?.['PEMERINTAH KOTA JAMBI']).toMatchObject([{ jenis_periode: 'periode', periode: '2024 - 2026' }]);
  });

  test('that do not exist are an empty list instead of an object', async () => {
    expect(await ask('dokumen/lkjip', { tahun: '2026' })).toEqual([]);
    expect(await ask('dokumen/pk', { tahun: '2025', opd: '777' })).toEqual([]);
  });

  test('of Dinas Sosial are missing for 2024, and only for 2024', async () => {
    expect(await ask('dokumen/pk', { tahun: '2024', opd: '8' })).toEqual([]);
    expect(await ask('dokumen/pk', { tahun: '2023', opd: '8' })).toHaveProperty(['DINAS SOSIAL']);
  });

  test('uploaded twice are there twice, under two addresses', async () => {
    const data = await ask<Record<string, Row[]>>('dokumen/lkjip', { tahun: '2024', opd: '14' });
    const rows = data['DINAS LINGKUNGAN HIDUP'] ?? [];
    expect(new Set(rows.map(({ file }) => file)).size).toBe(2);
    expect(new Set(rows.map(({ tanggal_publish }) => tanggal_publish)).size).toBe(1);
  });
});

describe('agencies', () => {
  test.each([
    ['2023', '41', 'DINAS KOMUNIKASI DAN INFORMATIKA KOTA JAMBI'],
    ['2024', '12', 'DINAS KOMUNIKASI DAN INFORMATIKA'],
    ['2016', '90', 'DINAS PENDAPATAN DAERAH'],
  ])('in %s number %s is %s', async (tahun, opd, name) => {
    expect(Object.keys(await ask('dokumen/pk', { tahun, opd }))).toEqual([name]);
  });

  test.each([
    ['2023', '12'],
    ['2024', '41'],
    ['2022', '90'],
  ])('in %s number %s has nothing', async (tahun, opd) => {
    for (const path of ['dokumen/pk', 'indikator', 'evaluasi']) expect(await ask(path, { tahun, opd })).toEqual([]);
  });

  test('have one number each, and one name', () => {
    for (const key of ['id', 'name'] as const)
      expect(new Set(AGENCIES.map((agency) => agency[key])).size).toBe(AGENCIES.length);
  });
});

describe('indicators', () => {
  test.each(YEARS)('of %s report what their formula gives, except those of Dinas Perhubungan', async (tahun) => {
    const { counted } = await indicatorsOf(tahun);
    const numeric = counted.filter(({ target_teks }) => target_teks === '');
    expect(new Set(numeric.map((row) => row.rumus_capaian_kinerja))).toEqual(new Set(['1', '2', '3']));
    const differing = numeric.filter((row) => Math.abs(numberOf(row.capaian) - recompute(row)) > 0.006);
    expect(new Set(differing.map((row) => row.nama_skpd))).toEqual(new Set(['DINAS PERHUBUNGAN']));
  });

  test('that meet a falling target exactly have 100 in the quarter and 0 in the year', () => {
    expect(decideYear('3', [8, 8, 8, 8], [8, 8, 8, 8])).toBe(0);
    expect(decideYear('1', [2, 2, 2, 2], [2, 2, undefined, undefined])).toBe(50);
    expect(decideYear('2', [6, 7, 8, 10], [6, 7, 9, undefined])).toBe(90);
    expect(decideYear('1', [1, 1, 1, 1], [undefined, undefined, undefined, undefined])).toBeUndefined();
  });

  test('of this year have no fourth quarter yet', async () => {
    const { counted } = await indicatorsOf('2026');
    for (const row of counted) expect(row.realisasi_tw_4).toBe('');
  });

  test('that were struck out are in the answer, beside the one that counts', async () => {
    const { counted, struckOut } = await indicatorsOf('2025');
    expect(struckOut).toHaveLength(3);
    for (const { indikator, nama_skpd } of struckOut)
      expect(counted.some((row) => row.indikator === indikator && row.nama_skpd === nama_skpd)).toBe(true);
    const ids = [...counted, ...struckOut].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of the city were ten until 2024 and are nine since', async () => {
    const count = async (tahun: string) =>
      (await indicatorsOf(tahun)).counted.filter(({ nama_skpd }) => nama_skpd === 'PEMERINTAH KOTA JAMBI').length;
    expect([await count('2024'), await count('2025')]).toEqual([10, 9]);
  });

  test('may have a target that is no number', async () => {
    const { counted } = await indicatorsOf('2025');
    const graded = counted.find((row) => row.target_teks !== '' && row.nama_skpd === 'DINAS KESEHATAN');
    expect(graded).toMatchObject({ target_teks: 'BB', target_4: '0', realisasi_tw_4: expect.stringMatching(/^[A-D]/) });
  });
});

describe('evaluations', () => {
  test('add up, and have the grade of their sum', async () => {
    for (const tahun of ['2022', '2023', '2024', '2025']) {
      const rows = await ask<Evaluation[]>('evaluasi', { tahun });
      expect(rows).toHaveLength(18);
      for (const { komponen, total, predikat } of rows) {
        expect(komponen.map(({ bobot }) => bobot)).toEqual(['30,00', '30,00', '15,00', '25,00']);
        for (const { nilai, bobot } of komponen) expect(numberOf(nilai)).toBeLessThanOrEqual(numberOf(bobot));
        expect(komponen.reduce((sum, { nilai }) => sum + numberOf(nilai), 0)).toBeCloseTo(numberOf(total), 2);
        expect(predikat).toBe(decideGrade(numberOf(total)).grade);
      }
    }
  });

  test('of this year are not there yet', async () => {
    expect(await ask('evaluasi', { tahun: '2026' })).toEqual([]);
  });

  test('a bound belongs to the grade below', () => {
    expect([90, 90.01, 70, 60, 30].map((total) => decideGrade(total).grade)).toEqual(['A', 'AA', 'B', 'CC', 'D']);
  });
});

test.each([
  ['a wrong key', 401, 'evaluasi', { tahun: '2025' }, 'salah'],
  ['an unknown kind of document', 404, 'dokumen/spt', { tahun: '2025' }, ESAKIP_API_KEY],
  ['no year', 422, 'indikator', {}, ESAKIP_API_KEY],
])('refuses %s with %i', async (_, status, path, query, key) => {
  const response = await get(path, query, key);
  expect([response.status, await response.json()]).toEqual([status, { message: expect.any(String) }]);
});
