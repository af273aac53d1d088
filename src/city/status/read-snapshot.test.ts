import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createCityDesk } from './city-desk.ts';
import type { OpdMonthSum } from './figure-provider.ts';
import { readSnapshot } from './read-snapshot.ts';
import { providerOf } from './testing/provider-of.ts';

const sum = (month: string, opd: string, name: string, amount: number): OpdMonthSum => ({ month, opd, name, amount });

const applications = providerOf(
  'application',
  [
    sum('2025-01', 'dpmptsp', 'received', 100),
    sum('2025-01', 'dpmptsp', 'decided', 90),
    sum('2026-10', 'dpmptsp', 'received', 50),
    sum('2026-10', 'dpmptsp', 'decided', 30),
    sum('2026-10', 'dpmptsp', 'overdueFrom', 12),
    sum('2026-10', 'dpmptsp', 'overdueUntil', 5),
    sum('2026-10', 'dpmptsp', 'onTime', 24),
    sum('2026-10', 'dpmptsp', 'late', 6),
    sum('2026-10', 'dpmptsp', 'days:3', 20),
    sum('2026-10', 'dpmptsp', 'days:9', 10),
    sum('2025-01', 'dpmptsp', 'onTime', 1),
    sum('2025-01', 'dpmptsp', 'late', 99),
    sum('2026-10', '', 'received', 2),
  ],
  { without: ['dlh'] },
);

describe('the city on a day', () => {
  it('has figures of each OPD and of all, those of none yet with them', async () => {
    const city = await readSnapshot([applications], '2026-11-24');
    // 150 received, 120 decided.
    expect(city.figure('OPEN_APPLICATIONS', 'dpmptsp').value).toBe(30);
    expect(city.figure('OPEN_APPLICATIONS', '*').value).toBe(32);
    expect(city.figure('OVERDUE_APPLICATIONS', 'dpmptsp').value).toBe(7);
    // 24 of 30 in the last twelve months; January 2025 is no part of them.
    expect(city.figure('SLA_COMPLIANCE', 'dpmptsp')).toMatchObject({ value: 0.8, count: 30 });
    // Twenty of 3 days and ten of 9: the 15th and 16th are both 3.
    expect(city.figure('MEDIAN_DAYS', 'dpmptsp')).toMatchObject({ value: 3, count: 30 });
  });

  it('knows a day long past by what had come about until then', async () => {
    const city = await readSnapshot([applications], '2025-06-30');
    expect(city.figure('OPEN_APPLICATIONS', 'dpmptsp').value).toBe(10);
    expect(city.figure('SLA_COMPLIANCE', 'dpmptsp').value).toBe(0.01);
  });

  it('says that something is missing instead of nought', async () => {
    const city = await readSnapshot([applications], '2026-11-24');
    expect(city.figure('OPEN_APPLICATIONS', 'dlh')).toMatchObject({
      value: undefined,
      provenance: { missing: ['Belum terhubung.'] },
    });
    // Connected, and nothing has come: that is nought.
    expect(city.figure('OPEN_APPLICATIONS', 'dinkes').value).toBe(0);
    // No decision, so no share of them.
    expect(city.figure('SLA_COMPLIANCE', 'dinkes').value).toBeUndefined();
    // Nobody brings surveys here.
    expect(city.figure('IKM', 'dpmptsp')).toMatchObject({ value: undefined, count: 0 });
    expect(city.figure('IKM', 'dpmptsp').provenance.missing).not.toEqual([]);
  });
});

describe('the desk', () => {
  it('reads a day once a second at most, whoever asks, and anew when reading has failed', async () => {
    let [nowMs, reads, fails] = [0, 0, false];
    const counting = {
      ...applications,
      readDay: async (day: string) => {
        reads++;
        if (fails) throw new Error('mati');
        return applications.readDay(day);
      },
    };
    const desk = createCityDesk({
      providers: [counting],
      status: { listSystems: () => [] },
      clock: { now: () => nowMs },
    });
    const now = await Promise.all([desk.snapshot('2026-11-24'), desk.snapshot('2026-11-24')]);
    expect(reads).toBe(1);
    await desk.snapshot('2026-11-23');
    expect(reads).toBe(2);
    // A second later the same is shown at once, and the next is on its way.
    nowMs = 1000;
    expect(await desk.snapshot('2026-11-24')).toBe(now[0]);
    expect(reads).toBe(3);
    await settled();
    expect(await desk.snapshot('2026-11-24')).not.toBe(now[0]);
    expect(reads).toBe(3);
    // Nobody sees anything that was read four seconds ago; what cannot be read is said, and tried again.
    nowMs = 4000;
    fails = true;
    await expect(desk.snapshot('2026-11-24')).rejects.toThrow('mati');
    fails = false;
    await settled();
    await desk.snapshot('2026-11-24');
    expect(reads).toBe(5);
  });
});
