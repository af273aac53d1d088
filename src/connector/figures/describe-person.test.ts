import { expect, it } from 'vitest';
import { describePerson } from './describe-person.ts';

// Region 157199 does not exist: the numbers are nobody's.
it.each([
  ['a man born on 12 April 1986', '1571991204860001', '2026-11-24', ['sex:L', 'age:40-59']],
  ['a woman of the same day, by 40 more', '1571995204860001', '2026-11-24', ['sex:P', 'age:40-59']],
  // 2026 - 2009 = 17, and the birthday is today.
  ['somebody who is 17 today', '1571992411090001', '2026-11-24', ['sex:L', 'age:17-24']],
  ['somebody who is 17 tomorrow', '1571992511090001', '2026-11-24', ['sex:L', 'age:0-16']],
  // 26 would be 2026-12-31, after the day: so 1926, and 99 years.
  ['somebody who would be unborn', '1571993112260001', '2026-11-24', ['sex:L', 'age:60+']],
  ['a number without a date', '1571990000000001', '2026-11-24', ['sex:?', 'age:?']],
  ['a number with a month 13', '1571991213860001', '2026-11-24', ['sex:?', 'age:?']],
  ['nobody', undefined, '2026-11-24', ['sex:?', 'age:?']],
])('tells of %s', (_who, nik, on, told) => expect(describePerson(nik, on)).toEqual(told));
