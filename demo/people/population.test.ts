import { expect, test } from 'vitest';
import { createPermitBook } from '../dpmptsp/records.ts';
import { ageOn } from '../reference-day.ts';
import { createComplaintDesk } from '../sikesal/records.ts';
import { findPerson } from './find-person.ts';
import { ADULT_AGE } from './household.ts';
import { createPopulation, DEFAULT_SEED } from './population.ts';
import { findKelurahanOfNop, KELURAHAN } from './wilayah.ts';

const people = createPopulation();

function shareOf(belongs: (person: (typeof people)[number]) => boolean): number {
  return people.filter(belongs).length / people.length;
}

test('the same seed invents the same people, another seed others', () => {
  expect(createPopulation()).toEqual(people);
  expect(createPopulation(50, 7)).not.toEqual(createPopulation(50, 8));
});

test('a larger city begins with the smaller one', () => {
  expect(createPopulation(3_000).slice(0, people.length)).toEqual(people);
});

test('no NIK belongs to two people, and none can be a real person’s', () => {
  expect(new Set(people.map(({ nik }) => nik)).size).toBe(people.length);
  for (const { nik, kkNumber } of people) {
    expect(nik).toMatch(/^157199\d{10}$/);
    expect(kkNumber).toMatch(/^157199\d{10}$/);
  }
});

test('a NIK carries the birth date, a woman’s day with 40 added', () => {
  for (const { nik, sex, birthDate } of people) {
    const day = Number(nik.slice(6, 8)) - (sex === 'female' ? 40 : 0);
    const [year, month] = birthDate.split('-');
    expect([String(day).padStart(2, '0'), nik.slice(8, 10), nik.slice(10, 12)]).toEqual([
      birthDate.slice(8),
      month,
      year?.slice(2),
    ]);
  }
});

test('a household shares its family card, and only a household does', () => {
  const addressOf = new Map<string, unknown>();
  for (const { kkNumber, address } of people) {
    expect(addressOf.get(kkNumber) ?? address).toEqual(address);
    addressOf.set(kkNumber, address);
  }
  expect(addressOf.size).toBeLessThan(people.length);
});

test('everybody lives in a kelurahan of Kota Jambi, with RT and RW of three digits', () => {
  expect(KELURAHAN).toHaveLength(68);
  for (const { address } of people) {
    expect(KELURAHAN).toContainEqual(address.kelurahan);
    expect(address.rt).toMatch(/^\d{3}$/);
    expect(address.rw).toMatch(/^\d{3}$/);
  }
});

test('a tax object number has 18 digits, lies in a kelurahan and has one owner', () => {
  const nops = people.flatMap((person) => person.nops);
  expect(new Set(nops).size).toBe(nops.length);
  for (const nop of nops) {
    expect(nop).toMatch(/^1571\d{14}$/);
    expect(findKelurahanOfNop(nop)).toBeDefined();
  }
});

test('about 15 % hold permits, 45 % own a tax object, 12 % complained, and no child does', () => {
  const permits = createPermitBook(people, DEFAULT_SEED);
  const { listOf: listComplaints } = createComplaintDesk(people, DEFAULT_SEED);
  const shares = [
    [0.15, shareOf(({ nik }) => permits.listOf(nik).length > 0)],
    [0.45, shareOf(({ nops }) => nops.length > 0)],
    [0.12, shareOf(({ nik }) => listComplaints(nik).length > 0)],
  ] as const;
  for (const [wanted, share] of shares) expect(Math.abs(share - wanted)).toBeLessThan(0.02);
  for (const { nik, nops } of people.filter(({ birthDate }) => ageOn(birthDate) < ADULT_AGE)) {
    expect([nops, permits.listOf(nik), listComplaints(nik)]).toEqual([[], [], []]);
  }
});

test('people with an alias are in every population, whatever its size and seed', () => {
  const smallest = createPopulation(1, 42);
  for (const alias of ['demo', 'siti', 'lunas', 'kosong', 'tiada', 'ganda', 'aneh'] as const) {
    expect(findPerson(alias, smallest)).toEqual(findPerson(alias));
    expect(findPerson(findPerson(alias).nik)?.alias).toBe(alias);
  }
  expect(findPerson('1571990101010009')).toBeUndefined();
});
