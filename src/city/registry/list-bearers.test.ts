import { expect, it } from 'vitest';
import { listBearers } from './list-bearers.ts';
import type { RegisteredOpd } from './opd-registry.ts';

const opds: readonly RegisteredOpd[] = [
  { code: 'tua', name: 'Tua', from: '2001-01-01', until: '2008-12-31' },
  { code: 'pasar', name: 'Pasar', from: '2009-01-01', until: '2016-12-31', predecessors: ['tua'] },
  { code: 'niaga', name: 'Niaga', from: '2009-01-01', until: '2016-12-31' },
  { code: 'dagang', name: 'Dagang', from: '2017-01-01', until: '2026-06-30', predecessors: ['pasar', 'niaga'] },
  // Founded within a year: both have documents of 2026.
  { code: 'usaha', name: 'Usaha', from: '2026-07-01', predecessors: ['dagang', 'tiada'] },
];
const find = (code: string) => opds.find((one) => one.code === code);
const codesOf = (code: string, year: number) =>
  listBearers(find(code) as RegisteredOpd, year, find).map((one) => one.code);

it.each([
  ['usaha', 2027, ['usaha']],
  ['usaha', 2026, ['usaha', 'dagang']],
  ['usaha', 2025, ['dagang']],
  ['dagang', 2017, ['dagang']],
  ['dagang', 2016, ['pasar', 'niaga']],
  ['usaha', 2016, ['pasar', 'niaga']],
  ['usaha', 2005, ['tua']],
  ['usaha', 2000, []],
  // It ended: nobody looks forward.
  ['pasar', 2020, []],
])('of %s in %i are %j', (code, year, bearers) => expect(codesOf(code, year)).toEqual(bearers));

it('do not go round in circles', () => {
  const a: RegisteredOpd = { code: 'a', name: 'A', from: '2020-01-01', predecessors: ['a'] };
  expect(listBearers(a, 2010, () => a)).toEqual([]);
});
