import { describe, expect, it } from 'vitest';
import { formatJakartaDay, formatJakartaInstant, isRealDay } from './jakarta-time.ts';

describe('Jakarta time', () => {
  it('is seven hours ahead of UTC, whatever zone the process runs in', () => {
    const lateEvening = Date.UTC(2026, 11, 31, 17, 30);
    expect(formatJakartaInstant(lateEvening)).toBe('2027-01-01T00:30:00+07:00');
    expect(formatJakartaDay(lateEvening)).toBe('2027-01-01');
    expect(formatJakartaDay(lateEvening - 31 * 60_000)).toBe('2026-12-31');
  });

  it.each([
    [2024, 2, 29, true],
    [2026, 2, 29, false],
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2026, 4, 31, false],
    [2026, 13, 1, false],
    [2026, 0, 1, false],
    [2026, 1, 0, false],
    [2026, 12, 31, true],
  ])('%i-%i-%i is a day: %s', (year, month, day, real) => {
    expect(isRealDay(year, month, day)).toBe(real);
  });
});
