import { expect, it } from 'vitest';
import { describeSchedule } from './describe-schedule.ts';

const NONE = { everyMs: undefined, sweepAt: undefined, isPushed: false };

it.each([
  [{ ...NONE, everyMs: 300_000, sweepAt: '01:00' }, 'Setiap 5 menit; dibaca seluruhnya pukul 01:00 WIB'],
  [{ ...NONE, everyMs: 5_400_000 }, 'Setiap 90 menit'],
  [{ ...NONE, everyMs: 86_400_000 }, 'Setiap 1 hari'],
  [{ ...NONE, sweepAt: '02:30' }, 'Dibaca seluruhnya pukul 02:30 WIB'],
  [{ ...NONE, isPushed: true }, 'Setiap kali sistem mengirim'],
  [NONE, 'Hanya jika diminta'],
])('%j is said as: %s', (schedule, said) => {
  expect(describeSchedule(schedule)).toBe(said);
});
