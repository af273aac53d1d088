import { describe, expect, it } from 'vitest';
import { compareFact } from './compare-fact.ts';

describe('a fact as text', () => {
  it.each([
    ['RAHMAT SYAHPUTRA', 'Rahmat  Syahputra'],
    ['CAFÉ ANDRÉ – RUKO', 'cafe andre ruko'],
    ["NUR'AINI, S.Pd.", 'Nuraini SPd'],
    [' SITI MARLINA ', 'siti marlina'],
    ['BH 8001 QA', 'bh8001qa'],
  ])('%s is what is meant by %s', (known, said) => {
    expect(compareFact('text', known, said)).toBe('same');
  });

  it.each([
    ['RAHMAT SYAHPUTRA', 'RAHMAT'],
    ['RAHMAT', 'RAHMAT SYAHPUTRA'],
    ['RAHMAT SYAHPUTRA', 'RAHMAT SYAPUTRA'],
    ['RAHMAT SYAHPUTRA', ''],
    ['RAHMAT SYAHPUTRA', '%'],
    ['RAHMAT SYAHPUTRA', '.*'],
  ])('%s is not proved by %j', (known, said) => {
    expect(compareFact('text', known, said)).toBe('different');
  });

  it.each(['', ' ', '-', 'ANI', 'A.N.I.', 'NULL', 'Tidak ada', 'XXXXXX', null, undefined, {}, new Error('x')])(
    'cannot be proved with where the system has %j',
    (known) => {
      expect(compareFact('text', known, String(known))).toBe('unusable');
    },
  );
});

describe('a fact by its digits', () => {
  it('counts nothing else', () => {
    expect(compareFact('digits', ' 01.234.567.8-571.000', '012345678571000')).toBe('same');
    expect(compareFact('digits', 645_265_011, '645265011')).toBe('same');
    expect(compareFact('digits', '645265011571000', '645265011571')).toBe('different');
  });

  it('cannot be proved with when it is short or all the same', () => {
    expect(compareFact('digits', '12-3', '123')).toBe('unusable');
    expect(compareFact('digits', '00000000', '00000000')).toBe('unusable');
  });
});

describe('a fact that is a day', () => {
  it.each(['1990-07-10', '10-07-1990', '10/7/1990', ' 10.07.1990 '])('may be said as %s', (said) => {
    expect(compareFact('date', '1990-07-10', said)).toBe('same');
  });

  it.each(['1990-10-07', '07/10/1990', '1990', '10-07-90', 'kemarin'])('is not %s', (said) => {
    expect(compareFact('date', '1990-07-10', said)).toBe('different');
  });

  it('cannot be proved with where the system has none', () => {
    expect(compareFact('date', null, '')).toBe('unusable');
  });
});
