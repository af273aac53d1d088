import { expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import { createPopulation } from '../people/population.ts';
import { listBeneficiaries } from './records.ts';

const people = createPopulation();
const rows = listBeneficiaries(people, 1, '2026-10');
const households = Map.groupBy(rows, (row) => row.nomor_kartu_keluarga);
const programmesOf = (nik: string) =>
  rows.filter((row) => row.nomor_induk_kependudukan === nik).map(({ bansos }) => bansos);

test('about half of the households are registered, each with one decile of the poorer half', () => {
  const share = households.size / new Set(people.map(({ kkNumber }) => kkNumber)).size;
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.6);
  for (const members of households.values()) expect(new Set(members.map((row) => row.desil_nasional)).size).toBe(1);
  expect(new Set(rows.map((row) => row.desil_nasional))).toEqual(new Set([1, 2, 3, 4, 5]));
});

test('a family gets PKH and BPNT once, and either all of its members are insured or none', () => {
  for (const members of households.values()) {
    for (const once of ['PKH', 'BPNT']) expect(members.filter(({ bansos }) => bansos === once).length).toBeLessThan(2);
    if (members.some((row) => row.nomor_induk_kependudukan === findPerson('demo').nik)) continue;
    const niks = new Set(members.map((row) => row.nomor_induk_kependudukan));
    expect([0, niks.size]).toContain(members.filter(({ bansos }) => bansos === 'PBI-JK').length);
  }
});

test('whoever gets something has no row that says that he gets nothing', () => {
  for (const row of rows) if (row.bansos === '-') expect(programmesOf(row.nomor_induk_kependudukan)).toEqual(['-']);
});

test('the people with an alias have what the contract says', () => {
  expect(programmesOf(findPerson('demo').nik)).toEqual(['PBI-JK']);
  expect(programmesOf(findPerson('lunas').nik)).toEqual(['-']);
  expect(programmesOf(findPerson('aneh').nik)).toEqual(['PKH', 'BPNT', 'PBI-JK']);
  for (const alias of ['siti', 'kosong', 'tiada', 'ganda'] as const)
    expect(programmesOf(findPerson(alias).nik)).toEqual([]);
});

test('a larger city begins with the smaller one', () => {
  // The last household of a small city may be cut short.
  const smaller = listBeneficiaries(createPopulation(500), 1, '2026-10').slice(0, 200);
  expect(rows.slice(0, smaller.length)).toEqual(smaller);
});
