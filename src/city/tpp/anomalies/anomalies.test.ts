import { expect, it } from 'vitest';
import type { ComparedActivity } from './anomaly.ts';
import { AnomalyCounter } from './anomaly-counter.ts';
import { hashText } from './hash-text.ts';

const CUT_OFF = '2026-11-04';
const activity = (given: Partial<ComparedActivity> = {}): ComparedActivity => ({
  on: '2026-10-05',
  textHash: Math.random(),
  approvedOn: '2026-10-06',
  approvedAtMs: undefined,
  approverHash: undefined,
  ...given,
});
const daysOf = (count: number, given: Partial<ComparedActivity>) =>
  Array.from({ length: count }, (_, day) => activity({ on: `2026-10-${String(day + 1).padStart(2, '0')}`, ...given }));
const countOf = (people: readonly (readonly ComparedActivity[])[]) => {
  const counter = new AnomalyCounter(CUT_OFF);
  for (const one of people) counter.add('disdik', one);
  return Object.fromEntries(counter.list().map(({ kind, count }) => [kind, count]));
};

it('finds an approval that is dated before its activity, not one of the same day', () => {
  const same = activity({ approvedOn: '2026-10-05' });
  expect(countOf([[same, activity({ approvedOn: '2026-10-04' })]])).toEqual({ APPROVED_BEFORE_ACTIVITY: 1 });
});

it('finds an approval on the 4th of the next month, not one on the 3rd', () => {
  const inTime = activity({ approvedOn: '2026-11-03' });
  expect(countOf([[inTime, activity({ approvedOn: CUT_OFF })]])).toEqual({ APPROVED_LATE: 1 });
  expect(new AnomalyCounter(undefined).add('disdik', [activity({ approvedOn: CUT_OFF })])).toEqual(new Map());
});

it('finds the same words on fifteen days, not on fourteen, nor fifteen times on one day', () => {
  const textHash = hashText('Mengajar');
  expect(countOf([daysOf(14, { textHash, approvedOn: undefined })])).toEqual({});
  expect(countOf([daysOf(15, { textHash, approvedOn: undefined })])).toEqual({ COPIED_TEXT: 15 });
  expect(countOf([Array.from({ length: 15 }, () => activity({ textHash }))])).toEqual({});
});

it('finds the same words of 25 people, not of 24', () => {
  const textHash = hashText('Rapat');
  const people = (count: number) => Array.from({ length: count }, () => [activity({ textHash })]);
  expect(countOf(people(24))).toEqual({});
  expect(countOf(people(25))).toEqual({ SHARED_TEXT: 25 });
});

it('finds twenty approvals of one superior within a minute, for whomever', () => {
  const atMs = Date.parse('2026-10-30T16:20:00+07:00');
  const approvals = (count: number, approverHash: number) =>
    Array.from({ length: count }, (_, at) => [activity({ approvedAtMs: atMs + at * 1000, approverHash })]);
  expect(countOf(approvals(20, 1))).toEqual({ APPROVAL_BURST: 20 });
  expect(countOf([...approvals(19, 1), ...approvals(19, 2)])).toEqual({});
  const nextMinute = [activity({ approvedAtMs: atMs + 60_000, approverHash: 1 })];
  expect(countOf([...approvals(19, 1), nextMinute])).toEqual({});
});

it('compares words whatever their case, blanks and signs', () => {
  expect(hashText(' Menyusun  KONSEP surat. ')).toBe(hashText('menyusun konsep surat'));
  expect(hashText('Menyusun konsep surat 1')).not.toBe(hashText('menyusun konsep surat 2'));
  expect(hashText('???')).not.toBe(hashText('!!!'));
});
