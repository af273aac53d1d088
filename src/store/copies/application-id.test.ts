import { describe, expect, it } from 'vitest';
import { formatApplicationId, readApplicationId } from './application-id.ts';

const key = Buffer.from('00ff10a0b1c2d3e4f5', 'hex');

describe('the id of an application', () => {
  it.each([
    { stream: 1, day: '2026-02-28', key },
    { stream: 2_147_483_647, day: '0001-01-01', key },
    { stream: 35, day: '2024-02-29', key: Buffer.alloc(64, 0xff) },
  ])('gives back the place that it was made of: $stream $day', (place) => {
    expect(readApplicationId(formatApplicationId(place))).toEqual(place);
  });

  it.each([
    ['no id at all', 'x'],
    ['nothing', ''],
    ['a NIK', '1571990101900001'],
    ['a day that does not exist', '1.20260230.AAAA'],
    ['a month that does not exist', '1.20261301.AAAA'],
    ['a year before all years', '1.00000101.AAAA'],
    ['no day', '0.00000000.AAAA'],
    ['a stream larger than PostgreSQL counts', 'zzzzzzz.20260101.AAAA'],
    ['something behind it', '1.20260101.AAAA; drop table copies'],
  ])('that is %s is refused before the database sees it', (_what, id) => {
    expect(() => readApplicationId(id)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
