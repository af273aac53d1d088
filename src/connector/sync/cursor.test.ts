import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { converterScope } from '../testing/converter-scope.ts';
import { compileCursorFormat } from './cursor.ts';

const format = (text: string) => compileCursorFormat(text, converterScope());
const at = (iso: string) => Date.parse(iso) * 1000;

describe.each(['UTC', 'America/New_York'])('a cursor under TZ=%s', (zone) => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it.each([
    ['datetime yyyy-mm-dd hh:mi:ss', '2026-11-24 00:30:15', at('2026-11-24T00:30:15+07:00'), '2026-11-24 00:30:15'],
    [
      'datetime yyyy-mm-dd hh:mi:ss',
      ' 2026-11-24 00:30:15.123456 ',
      at('2026-11-24T00:30:15+07:00') + 123_456,
      '2026-11-24 00:30:15',
    ],
    [
      'datetime yyyy-mm-dd hh:mi:ss',
      '2026-11-24 00:30:15.5',
      at('2026-11-24T00:30:15+07:00') + 500_000,
      '2026-11-24 00:30:15',
    ],
    ['datetime dd/mm/yyyy hh:mi', '24/11/2026 23:59', at('2026-11-24T23:59:00+07:00'), '24/11/2026 23:59'],
    ['date yyyy-mm-dd', '2026-11-24', at('2026-11-24T00:00:00+07:00'), '2026-11-24'],
    ['date dd-mm-yyyy', '24-11-2026', at('2026-11-24T00:00:00+07:00'), '24-11-2026'],
    ['datetime iso', '2026-11-23T18:00:00Z', at('2026-11-24T01:00:00+07:00'), '2026-11-24T01:00:00+07:00'],
    [
      'datetime iso',
      '2026-11-24T01:00:00.250+07:00',
      at('2026-11-24T01:00:00+07:00') + 250_000,
      '2026-11-24T01:00:00+07:00',
    ],
    [
      'datetime iso',
      '2026-11-23T18:00:00.1234Z',
      at('2026-11-24T01:00:00+07:00') + 123_400,
      '2026-11-24T01:00:00+07:00',
    ],
    ['number', '90071992', 90_071_992, '90071992'],
    ['number', 7, 7, '7'],
  ])('by %s reads %j, and asks from there or a little before', (text, value, version, written) => {
    const cursor = format(text);
    expect(cursor.read(value)).toBe(version);
    expect(cursor.write(version)).toBe(written);
    // What is asked from never leaves the row itself out.
    expect(cursor.read(cursor.write(version))).toBeLessThanOrEqual(version);
  });
});

describe('a cursor', () => {
  it.each(['number', 'datetime yyyy-mm-dd hh:mi:ss', 'date dd/mm/yyyy'])(
    'by %s knows no version where nothing stands',
    (text) => {
      for (const nothing of [null, undefined, '']) expect(format(text).read(nothing)).toBeUndefined();
    },
  );

  it.each([
    ['number', 'x'],
    ['number', '1.5'],
    ['number', -1.5],
    ['number', '12345678901234567'],
    ['datetime yyyy-mm-dd hh:mi:ss', '2026-02-30 00:00:00'],
    ['datetime yyyy-mm-dd hh:mi:ss', '2026-11-24 24:00:00'],
    ['datetime iso', '2026-02-30T00:00:00+07:00'],
    ['datetime iso', '2026-02-30T00:00:00.000+07:00'],
    ['datetime yyyy-mm-dd hh:mi:ss', 'kemarin'],
    ['date dd/mm/yyyy', '2026-11-24'],
  ])('by %s refuses %j', (text, value) => expect(() => format(text).read(value)).toThrow());

  it.each(['', 'waktu', 'number 3', 'datetime', 'datetime yyyy-mm-dd hh:mm:ss'])(
    'cannot be compiled from "%s"',
    (text) => {
      expect(() => format(text)).toThrow();
    },
  );

  it('by time can be looked back from, by number not', () => {
    expect([format('date yyyy-mm-dd').isTime, format('number').isTime]).toEqual([true, false]);
  });

  it('by days looks back a whole day', () => {
    const day = format('date yyyy-mm-dd');
    expect(day.write((day.read('2026-11-24') ?? 0) - 600_000_000)).toBe('2026-11-23');
  });
});
