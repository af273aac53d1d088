import { describe, expect, test } from 'vitest';
import { createFormat } from './create-format.ts';

const id = createFormat('id');
const en = createFormat('en');

describe('people read', () => {
  test.each([
    [id.rupiah(1_250_000), 'Rp1.250.000'],
    [en.rupiah(1_250_000), 'Rp1,250,000'],
    [id.rupiah(-1_888_600), '−Rp1.888.600'],
    [id.number(79.834, 2), '79,83'],
    [id.percent(0.9697, 1), '97%'],
    [id.percent(0.9649, 1), '96,5%'],
    [id.date('2026-11-25'), '25 November 2026'],
    [id.date('2026-08-17'), '17 Agustus 2026'],
    [en.date('2026-08-17'), '17 August 2026'],
    [id.month('2026-10'), 'Oktober 2026'],
    [id.duration(59), '59 detik'],
    [id.duration(3600), '1 jam'],
    [id.duration(200_000), '2 hari'],
    [en.duration(180), '3 minutes'],
  ])('%s', (written, read) => {
    expect(written).toBe(read);
  });

  test('a moment in Jambi’s time, with its day unless it is today', () => {
    const now = new Date();
    expect(id.moment('2026-01-01T20:30:00Z')).toBe('2 Jan 2026, 03.30');
    expect(id.moment(now.toISOString())).toMatch(/^\d\d\.\d\d$/);
  });
});
