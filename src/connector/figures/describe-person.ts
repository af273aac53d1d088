const AGE_GROUPS = [
  [0, 16, '0-16'],
  [17, 24, '17-24'],
  [25, 39, '25-39'],
  [40, 59, '40-59'],
  [60, 200, '60+'],
] as const;

/**
 * What a NIK tells of somebody on a day, as names of measures: `sex:P` or `sex:L` (a woman's day of birth has 40 added),
 * `age:25-39`. Of nobody known, and of a number that holds no date, `?`. The century is not in it: whoever would be unborn
 * in this one is of the last.
 */
export function describePerson(nik: string | undefined, on: string): readonly [sex: string, age: string] {
  const [, dayText = '', monthText = '', yearText = ''] = /^\d{6}(\d\d)(\d\d)(\d\d)\d{4}$/.exec(nik ?? '') ?? [];
  const day = Number(dayText) % 40;
  const month = Number(monthText);
  if (nik === undefined || day < 1 || day > 31 || month < 1 || month > 12) return ['sex:?', 'age:?'];
  const sex = Number(dayText) > 40 ? 'P' : 'L';
  const birthday = `${monthText}-${String(day).padStart(2, '0')}`;
  const century = `20${yearText}-${birthday}` <= on ? 2000 : 1900;
  const age = Number(on.slice(0, 4)) - (century + Number(yearText)) - (on.slice(5) < birthday ? 1 : 0);
  const group = AGE_GROUPS.find(([from, to]) => from <= age && age <= to);
  return [`sex:${sex}`, `age:${group?.[2] ?? '?'}`];
}
