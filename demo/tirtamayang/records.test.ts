import { expect, test } from 'vitest';
import { findPerson } from '../people/find-person.ts';
import type { Alias } from '../people/person.ts';
import { createPopulation } from '../people/population.ts';
import { type BillRow, listBills } from './bills.ts';
import { listConnections, listWaterLinks } from './connections.ts';
import { listOutages, writeCustomer } from './customers.ts';
import { priceOf } from './tariff.ts';

const people = createPopulation();
const connections = listConnections(people, 1);

function billsOf(alias: Alias, position = 0): BillRow[] {
  const connection = connections.find(({ holder, position: at }) => holder.alias === alias && at === position);
  if (!connection) throw new Error(`${alias} has no such connection`);
  return listBills(connection, writeCustomer(connection, 1).gol_tarif, 1);
}

const isUnpaid = ({ tgl_bayar }: BillRow): boolean => tgl_bayar === null || tgl_bayar === '0000-00-00';
const rupiah = (text: string): number => Number(text.replaceAll('.', ''));

test('customer numbers are eight digits and belong to one connection; many begin with a zero', () => {
  const numbers = connections.map(({ customerNumber }) => customerNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^\d{8}$/);
  expect(numbers.filter((number) => number.startsWith('0')).length).toBeGreaterThan(100);
});

test('a larger city begins with the smaller one', () => {
  const smaller = listWaterLinks(createPopulation(300), 1);
  expect(listWaterLinks(people, 1).slice(0, smaller.length)).toEqual(smaller);
});

test('the aliased people have their connections', () => {
  const numbersOf = (alias: Alias): string[] =>
    listWaterLinks(people, 1).flatMap(({ nik, value }) => (nik === findPerson(alias).nik ? [value] : []));
  expect(numbersOf('demo')).toEqual(['01004711']);
  expect(numbersOf('ganda')).toEqual(['10002230', '04000871']);
  expect(numbersOf('kosong')).toEqual([]);
});

test('demo has two unpaid months, the older with a fine, and a meter swap', () => {
  const bills = billsOf('demo');
  expect(bills.filter(isUnpaid).map(({ periode, denda, tgl_bayar }) => [periode, denda, tgl_bayar])).toEqual([
    ['202609', 10_000, '0000-00-00'],
    ['202610', 0, null],
  ]);
  const swap = bills.find(({ stand_pasang }) => stand_pasang > 0);
  expect(swap?.periode).toBe('202607');
  expect(swap?.stand_ini).toBeLessThan(swap?.stand_lalu ?? 0);
});

test('used water is what the meter says, over a swap too; only a misreading does not fit', () => {
  for (const connection of connections) {
    for (const bill of listBills(connection, 'R2', 1)) {
      const { stand_lalu, stand_ini, stand_angkat, stand_pasang, pakai } = bill;
      const isSwap = stand_pasang > 0;
      if (!isSwap && stand_ini < stand_lalu) continue;
      expect(isSwap ? stand_angkat - stand_lalu + stand_ini - stand_pasang : stand_ini - stand_lalu).toBe(pakai);
    }
  }
});

test('aneh has a reading below the last one, billed by estimate', () => {
  const misread = billsOf('aneh').filter(({ stand_ini, stand_lalu }) => stand_ini < stand_lalu);
  expect(misread.map(({ periode }) => periode)).toEqual(['202608']);
  expect(misread[0]?.pakai).toBeGreaterThan(0);
});

test('twelve periods each, whose sum is text with dots', () => {
  for (const alias of ['siti', 'lunas', 'demo'] as const) {
    const bills = billsOf(alias);
    expect(bills.map(({ periode }) => periode)).toEqual(
      '202511 202512 202601 202602 202603 202604 202605 202606 202607 202608 202609 202610'.split(' '),
    );
    for (const { total, harga_air, biaya_meter_air, materai, denda } of bills) {
      expect(total).toMatch(/^\d{1,3}(\.\d{3})*$/);
      expect(rupiah(total)).toBe(harga_air + biaya_meter_air + materai + denda);
    }
  }
  expect(billsOf('siti').filter(isUnpaid)).toEqual([]);
});

test('the price rises after 10 and 20 cubic metres', () => {
  expect(priceOf(25, 'R2', false)).toMatchObject({
    harga_air: 36_000 + 48_000 + 5 * 6_100,
    denda: 0,
    total: '122.000',
  });
  expect(priceOf(5, 'R2', true)).toMatchObject({ harga_air: 18_000, denda: 10_000, total: '35.500' });
});

test('an outage goes on where demo lives', () => {
  const current = listOutages(1).filter(({ selesai }) => selesai.startsWith('0000'));
  expect(current.map(({ kelurahan }) => kelurahan)).toEqual([findPerson('demo').address.kelurahan.name.toUpperCase()]);
});
