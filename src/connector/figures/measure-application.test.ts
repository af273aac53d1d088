import { describe, expect, it } from 'vitest';
import type { Measure } from '../../ports/city-figures.ts';
import { type MeasuredApplication, measureApplication } from './measure-application.ts';

/** Handed in on Monday 5 October 2026, due in five working days: Monday the 12th. */
const application: MeasuredApplication = {
  kind: 'application',
  opd: 'dpmptsp',
  service: 'dpmptsp.izin-praktik-dokter',
  status: 'IN_PROCESS',
  submittedOn: '2026-10-05',
  dueOn: '2026-10-12',
  doneOn: undefined,
  charged: undefined,
  officialFee: undefined,
};
const services = { countWorkingDays: (from: string, until: string) => Number(until.slice(8)) - Number(from.slice(8)) };
const measure = (change: Partial<MeasuredApplication>) =>
  measureApplication({ ...application, ...change }, services).measures;
/** The figure of an evening: what has been added until then. */
const sumOf = (measures: readonly Measure[], name: string, day: string) =>
  measures.filter((one) => one.name === name && one.day <= day).reduce((sum, { amount }) => sum + amount, 0);
const openOn = (measures: readonly Measure[], day: string) =>
  sumOf(measures, 'received', day) - sumOf(measures, 'decided', day);
const overdueOn = (measures: readonly Measure[], day: string) =>
  sumOf(measures, 'overdueFrom', day) - sumOf(measures, 'overdueUntil', day);

describe('an application', () => {
  it.each([
    // [what, change, day, open, overdue]: worked by hand.
    ['is not open before it is handed in', {}, '2026-10-04', 0, 0],
    ['is open on the day it is handed in', {}, '2026-10-05', 1, 0],
    ['is not overdue on the last day', {}, '2026-10-12', 1, 0],
    ['is overdue on the day after', {}, '2026-10-13', 1, 1],
    ['is overdue as long as nothing is decided', {}, '2026-11-24', 1, 1],
    ['decided on the last day was never overdue', { status: 'DONE', doneOn: '2026-10-12' }, '2026-10-20', 0, 0],
    ['decided late was open until then', { status: 'DONE', doneOn: '2026-10-15' }, '2026-10-14', 1, 1],
    ['decided late is over on that day', { status: 'DONE', doneOn: '2026-10-15' }, '2026-10-15', 0, 0],
    ['rejected is decided too', { status: 'REJECTED', doneOn: '2026-10-15' }, '2026-10-15', 0, 0],
    ['taken back is open no more', { status: 'CANCELLED', doneOn: '2026-10-07' }, '2026-10-07', 0, 0],
    ['over on an unknown day was never open', { status: 'DONE' }, '2026-10-05', 0, 0],
    ['decided, as its system has it, before it came', { status: 'DONE', doneOn: '2026-10-01' }, '2026-10-05', 0, 0],
    ['without a day was there from the beginning', { submittedOn: undefined, dueOn: undefined }, '2015-01-01', 1, 0],
    ['without a last day is never overdue', { dueOn: undefined }, '2026-11-24', 1, 0],
  ] as const)('%s', (_what, change, day, open, overdue) => {
    const measures = measure(change);
    expect([openOn(measures, day), overdueOn(measures, day)]).toEqual([open, overdue]);
  });

  it.each([
    ['in time', { status: 'DONE', doneOn: '2026-10-12' }, ['days:7', 'onTime']],
    ['late', { status: 'REJECTED', doneOn: '2026-10-13' }, ['days:8', 'late']],
    ['without a last day', { status: 'DONE', doneOn: '2026-10-12', dueOn: undefined }, ['days:7']],
    ['by the citizen', { status: 'CANCELLED', doneOn: '2026-10-07' }, []],
    ['on an unknown day', { status: 'DONE' }, []],
    ['by nobody yet', {}, []],
  ] as const)('decided %s', (_what, change, names) => {
    const told = measure(change).filter(({ name }) => /^(days:|onTime|late$)/.test(name));
    expect(told.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it.each([
    // 75,000 charged of 25,000: 50,000 too much.
    ['more than the tariff', { charged: 75_000, officialFee: 25_000 }, [1, 50_000]],
    ['anything for what is free', { charged: 1, officialFee: 0 }, [1, 1]],
    ['exactly the tariff', { charged: 25_000, officialFee: 25_000 }, [0, 0]],
    ['less', { charged: 0, officialFee: 25_000 }, [0, 0]],
    ['more than nobody knows', { charged: 75_000, officialFee: undefined }, [0, 0]],
  ] as const)('charged %s', (_what, change, expected) => {
    const measures = measure(change);
    const all = '2026-12-31';
    expect([sumOf(measures, 'overcharged', all), sumOf(measures, 'overchargedRupiah', all)]).toEqual(expected);
  });

  it('counts an answer of years as the longest that is told apart', () => {
    const slow = { countWorkingDays: () => 4000 };
    const { measures } = measureApplication({ ...application, status: 'DONE', doneOn: '2042-01-01' }, slow);
    expect(measures.map(({ name }) => name)).toContain('days:999');
  });
});
