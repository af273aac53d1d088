import { describe, expect, it } from 'vitest';
import type { PersonalKind } from '../guess/recognise-personal.ts';
import { Inventor } from './inventor.ts';

const facts = (type = 'String', pipe?: string, personal?: PersonalKind, name = 'kolom') => ({
  name,
  personal,
  pipe,
  type,
});

describe('an invented value', () => {
  it.each([
    ['a NIK', '1571014502940003', facts('NIK', undefined, 'nik'), /^157199\d{10}$/],
    ['a NIK that came as a number', 1571014502940003, facts('NIK', undefined, 'nik'), /^157199\d{10}$/],
    ['a name in capitals', 'SITI AMINAH', facts('String', undefined, 'name'), /^CONTOH [A-Z]+$/],
    ['a phone number', '0852-6677-8899', facts('String', undefined, 'phone'), /^08120000\d{4}$/],
    ['an e-mail address', 'Siti@mail.id', facts('String', undefined, 'email'), /^warga\d+@contoh\.test$/],
    ['an amount', 'Rp 1.250.000,00', facts('Rupiah', 'rupiah'), /^Rp [1-9]\.\d{3}\.\d{3},00$/],
    ['a number with a leading zero', '00812345', facts(), /^00[1-9]\d{5}$/],
    ['a permit number', '503/0012/DPMPTSP', facts(), /^[1-9]\d\d\/\d{4}\/[A-Z]{7}$/],
    ['a count', 1250, facts('Int'), /^[1-9]\d{3}$/],
    ['a date', '05/11/2025', facts('Date', 'date dd/mm/yyyy'), /^\d\d\/\d\d\/20\d\d$/],
    [
      'a date with the name of its month',
      '16 Oktober 2025',
      facts('Date', 'date dd mmmm yyyy'),
      /^\d\d [A-Z][a-z]+ 20\d\d$/,
    ],
    [
      'an instant',
      '2025-10-16T08:15:00+07:00',
      facts('DateTime', 'datetime iso'),
      /^20\d\d-\d\d-\d\dT\d\d:15:00\+07:00$/,
    ],
    ['a month', '202501', facts('Month', 'month yyyymm'), /^20\d\d(?:0[1-9]|1[0-2])$/],
    ['a year', 2025, facts('Int', undefined, undefined, 'tahun'), /^202[0-4]$/],
  ])('keeps the shape of %s and nothing else', (_name, value, known, shape) => {
    // Whatever is drawn.
    for (let round = 0; round < 50; round++) {
      const invented = new Inventor(`salt ${round}`).replace(value, known);
      expect(typeof invented).toBe(typeof value);
      expect(String(invented)).toMatch(shape);
      expect(invented).not.toBe(value);
    }
  });

  it('shares no letter and no digit with the real one in its place', () => {
    for (let round = 0; round < 50; round++) {
      const invented = String(new Inventor(`salt ${round}`).replace('Jambi 12345', facts()));
      const same = [...invented].filter((character, index) => character !== ' ' && character === 'Jambi 12345'[index]);
      expect(same).toEqual([]);
    }
  });

  it.each([
    ['null', null, facts()],
    ['a dash', '-', facts('String', undefined, 'name')],
    ['a date of zeros', '00-00-0000', facts('Date', 'date dd-mm-yyyy')],
    ['zero', 0, facts('Rupiah', 'rupiah')],
    ['a boolean', true, facts('Boolean')],
    ['a status', 'selesai', facts('String', undefined, undefined, 'status')],
  ])('is not needed for %s', (_name, value, known) => {
    expect(new Inventor().replace(value, known)).toBe(value);
  });

  it('is the same for the same value, another for another, and new with each drawing', () => {
    const inventor = new Inventor('a');
    const nik = facts('NIK', undefined, 'nik');
    const first = inventor.replace('1571014502940003', nik);
    expect(inventor.replace('1571014502940003', nik)).toBe(first);
    expect(inventor.replace('1571014502940004', nik)).not.toBe(first);
    const draw = () => new Inventor().replace('nomor 88123345', facts());
    expect(draw()).not.toBe(draw());
  });
});
