import { describe, expect, it } from 'vitest';
import type { Figures } from '../measures/measures.ts';
import { figures } from '../testing/figures.ts';
import { writeHeadline } from './headline.ts';

const t = {
  overdue: (overdue: string, open: string, where: string) => `${overdue} of ${open}${where}`,
  complaints: (overdue: string, open: string, where: string) => `complaints: ${overdue} of ${open}${where}`,
  onlyAt: (opd: string) => `, all at ${opd}`,
  mostAt: (opd: string, count: string) => `, most at ${opd} (${count})`,
  nothingOverdue: 'nothing',
  noApplicationOverdue: 'no application',
  noComplaintOverdue: 'no complaint',
  nothingKnown: 'unknown',
  worse: () => '',
  worseThing: () => '',
  nothingWorse: () => '',
};
const format = { number: String } as never;
const write = (totals: Figures, ...opds: Figures[]) => writeHeadline({ totals, opds, format, t });
const late = (overdue: number, name: string, code: string) =>
  figures({ overdueApplications: overdue, openApplications: 40, name, opd: { code } });

describe('the top line', () => {
  const city = figures({ overdueApplications: 31, openApplications: 32 });
  const own = { name: 'Dinas Lingkungan Hidup', code: 'dlh' };

  it('says where all of it is, by the name that people use', () => {
    expect(write(city, late(31, own.name, own.code), late(0, 'Inspektorat', 'inspektorat'))).toBe(
      '31 of 32, all at DLH',
    );
  });

  it('says where most of it is', () => {
    expect(write(city, late(11, own.name, own.code), late(20, 'Inspektorat', 'inspektorat'))).toBe(
      '31 of 32, most at Inspektorat (20)',
    );
  });

  it('is of complaints where no application is overdue', () => {
    const complaints = { open: 3, overdue: 2 };
    expect(write(figures({ overdueApplications: 0, complaints }))).toBe('complaints: 2 of 3');
  });

  it('claims nothing of what is not known', () => {
    expect(write(figures({ overdueApplications: null, complaints: { open: 0, overdue: 0 } }))).toBe('no complaint');
    expect(write(figures({ overdueApplications: 0, complaints: { open: null, overdue: null } }))).toBe(
      'no application',
    );
    expect(write(figures({ overdueApplications: null, complaints: { open: null, overdue: null } }))).toBe('unknown');
    expect(write(figures({ overdueApplications: 0, complaints: { open: 0, overdue: 0 } }))).toBe('nothing');
  });
});
