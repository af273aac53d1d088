import { describe, expect, it } from 'vitest';
import { maskAnswer } from './mask.ts';

describe('a masked answer', () => {
  it.each([
    'Budi',
    'SITI',
    'Ani',
    'Ⓑⓤⓓⓘ',
    '🅱🆄🅳🅸',
    'Ani\u0301',
    'ADI',
    'Budi Santoso',
    'Nguyễn',
    12345,
    '١٢٣٤٥',
    -6.21145,
    9_007_199_254_740_993n,
  ])('shows nothing of %s', (value) =>
    expect(JSON.stringify(maskAnswer({ value }))).toMatch(/^\{"value":"[Xx9 .-]+"\}$/u),
  );

  it.each(['L', 'P', '00', '2026', 'A1', 7, -6.2, true, null, '', 'KK'])('shows the code %j', (value) => {
    expect(maskAnswer(value)).toBe(value);
  });

  it.each(['L', '00', '2026', 7, -6.2, true, 'KK', 'Budi Santoso'])(
    'shows nothing of %j where all is masked',
    (value) => {
      expect(maskAnswer({ value }, 'all')).toEqual({ value: expect.stringMatching(/^[Xx9 .-]+$|true or false/) });
    },
  );

  it('looks alike for any word where all is masked', () => {
    expect(new Set(['DONE', 'REJECTED', 'L', 'P'].map((word) => maskAnswer(word, 'all')))).toEqual(new Set(['X']));
  });

  it('shows no bytes', () => {
    expect(JSON.stringify(maskAnswer({ foto: Buffer.from('Budi') }))).toBe('{"foto":"(4 bytes)"}');
  });

  it('masks keys that are names or numbers of somebody, and loses no row by it', () => {
    const rows = {
      'Budi Santoso': 1,
      'Siti Rahayu K': 2,
      '1571991007900001': 3,
      '1571991107900002': 4,
      nama_ibu: 5,
      'budi@surat.id': 6,
    };
    const shown = JSON.stringify(maskAnswer(rows));
    for (const word of ['Budi', 'Siti', '1571', 'budi', 'surat']) expect(shown).not.toContain(word);
    expect(Object.values(JSON.parse(shown) as object).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shown).toContain('"nama_ibu":5');
  });
});
