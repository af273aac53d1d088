import { describe, expect, it } from 'vitest';
import { listAllOpds } from './opd-registry.ts';
import { listKecamatan } from './wilayah.ts';

const kelurahanOn = (day: string) => listKecamatan(day).flatMap(({ kelurahan }) => kelurahan);

describe('kecamatan and kelurahan', () => {
  it.each([
    ['2022-06-30', 11, 62],
    ['2022-12-31', 11, 62],
    ['2023-01-01', 11, 68],
    ['2026-11-24', 11, 68],
  ])('are on %s %i and %i', (day, kecamatan, kelurahan) => {
    expect(listKecamatan(day)).toHaveLength(kecamatan);
    expect(kelurahanOn(day)).toHaveLength(kelurahan);
  });

  it('that came with the split of 2023 are these, and say since when', () => {
    const before = new Set(kelurahanOn('2022-06-30').map(({ code }) => code));
    const added = kelurahanOn('2026-11-24').filter(({ code }) => !before.has(code));
    expect(added.map(({ name }) => name)).toEqual([
      'Aur Kenali',
      'Talang Gulo',
      'Kenali Asam',
      'Simpang Rimbo',
      'Pinang Merah',
      'Bakung Jaya',
    ]);
    expect(new Set(added.map(({ from }) => from))).toEqual(new Set(['2023-01-01']));
  });

  it('lie each in the kecamatan of its code', () => {
    for (const { code, kelurahan } of listKecamatan('2026-11-24'))
      for (const one of kelurahan) expect(one.code.slice(0, 8)).toBe(code);
  });

  it('have each an office in the registry of OPDs', () => {
    const names = listAllOpds().map(({ name }) => name);
    for (const { name } of listKecamatan('2026-11-24')) expect(names).toContain(`Kecamatan ${name}`);
  });
});
