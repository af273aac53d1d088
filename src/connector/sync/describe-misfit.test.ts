import { describe, expect, it } from 'vitest';
import type { FieldReader } from '../compile/mapping.ts';
import { describeKind, describeMisfit } from './describe-misfit.ts';

it.each([
  [null, 'kosong'],
  [undefined, 'kosong'],
  ['  ', 'kosong'],
  ['31/02/2026', 'teks'],
  [' 1571 ', 'teks angka'],
  ['-1,5', 'teks angka'],
  [0, 'angka'],
  [false, 'ya/tidak'],
  [[], 'daftar'],
  [{}, 'objek'],
])('%j is called %s', (value, kind) => expect(describeKind(value)).toBe(kind));

describe('a row that does not fit', () => {
  const reader = (column: string | undefined) =>
    ({ column, read: (row: unknown) => (row as { x: unknown }).x }) as unknown as FieldReader;

  it('is told by its column and the kind of its value, never the value', () => {
    const misfit = describeMisfit('Permit.fee', reader('biaya'), { x: '1571990101900001' });
    expect(misfit).toMatchObject({ field: 'Permit.fee', valueKind: 'teks angka' });
    expect(misfit.cause).toBe('Nilai kolom biaya (teks angka) tidak dapat dibaca sebagai Permit.fee.');
    expect(misfit.fix).toContain('kolom biaya');
    expect(JSON.stringify(misfit)).not.toContain('1571990101900001');
  });

  it('where something lacks is told to fill it in', () => {
    const { cause, fix } = describeMisfit('owner', reader('nik'), { x: '' });
    expect([cause, fix]).toEqual(['Nilai kolom nik kosong.', 'Isi kolom nik di aplikasi asal.']);
  });

  it('is told also where no column is known', () => {
    expect(describeMisfit('owner', undefined, {}).cause).toBe('Nilai yang mengisi owner kosong.');
  });
});
