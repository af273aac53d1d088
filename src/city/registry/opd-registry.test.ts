import { describe, expect, it } from 'vitest';
import { createOpdCodes } from './opd-codes.ts';
import { findOpd, listAllOpds, listOpds } from './opd-registry.ts';

describe('the registry of OPDs', () => {
  it('answers for a day with the OPDs of that day', () => {
    const codesOn = (day: string) => listOpds(day).map(({ code }) => code);
    expect(codesOn('2026-11-24')).toContain('bpprd');
    expect(codesOn('2026-11-24')).not.toContain('dispenda');
    expect(codesOn('2016-12-31')).toContain('dispenda');
    expect(codesOn('2016-12-31')).not.toContain('bpprd');
  });

  it('answers about 2022 with the OPDs of 2022', () => {
    const codesOn = (day: string) => listOpds(day).map(({ code }) => code);
    const [then, now] = [codesOn('2022-06-30'), codesOn('2026-11-24')];
    expect(then.filter((code) => !now.includes(code))).toEqual(['balitbang']);
    expect(now.filter((code) => !then.includes(code))).toEqual(['brida']);
    expect(findOpd('brida')?.predecessors).toEqual(['balitbang']);
    expect(now.length).toBeGreaterThanOrEqual(40);
  });

  it('names only predecessors that it knows and that ended before', () => {
    for (const { from, predecessors = [] } of listAllOpds()) {
      for (const code of predecessors) expect(findOpd(code)?.until?.localeCompare(from)).toBe(-1);
    }
  });

  it('gives no system one code or name for two OPDs in one year', () => {
    const codes = createOpdCodes();
    for (let year = 2015; year <= 2027; year++) {
      for (const { code: opd, codes: systems = {} } of listAllOpds()) {
        for (const system of Object.keys(systems)) {
          const code = codes.findCode(system, opd, year);
          if (code !== undefined) expect(codes.findOpd(system, code, year), `${system} ${code} ${year}`).toBe(opd);
        }
      }
    }
  });
});

describe('a system’s own codes of OPDs', () => {
  const codes = createOpdCodes([
    {
      code: 'lama',
      name: 'Lama',
      from: '2009-01-01',
      until: '2016-12-31',
      codes: { esakip: [{ code: '4', until: 2016 }] },
    },
    {
      code: 'baru',
      name: 'Baru',
      from: '2017-01-01',
      codes: {
        esakip: [
          { code: '4', name: 'DINAS BARU', from: 2017, until: 2023 },
          { code: '7', from: 2024 },
        ],
      },
    },
  ]);

  it.each([
    ['4', 2016, 'lama'],
    ['4', 2020, 'baru'],
    ['7', 2020, undefined],
    ['7', 2026, 'baru'],
    ['dinas  baru ', 2020, 'baru'],
    ['DINAS BARU', 2026, undefined],
  ])('%s means in %i the OPD %s', (code, year, opd) => {
    expect(codes.findOpd('esakip', code, year)).toBe(opd);
  });

  it('are known by the year that is asked for', () => {
    expect(codes.findCode('esakip', 'baru', 2020)).toBe('4');
    expect(codes.findCode('esakip', 'baru', 2026)).toBe('7');
    expect(codes.findCode('esakip', 'baru', 2010)).toBeUndefined();
    expect(codes.findCode('lain', 'baru', 2026)).toBeUndefined();
  });
});
