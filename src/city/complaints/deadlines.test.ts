import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { getServiceCatalogue } from '../services/service-catalogue.ts';
import { type ComplaintRule, findComplaintRule } from './complaint-rules.ts';
import {
  type Deadlines,
  decideDeadlines,
  decideWaitingFor,
  type TimedComplaint,
  type WorkingDays,
} from './deadlines.ts';

interface Case {
  readonly why: string;
  readonly complaint: Omit<TimedComplaint, 'isRejected'> & { readonly isRejected?: boolean };
  readonly now: string;
  readonly deadlines: Partial<Deadlines>;
}

const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as readonly Case[];
const rule = findComplaintRule('2026-11-02') as ComplaintRule;

/** Mondays to Fridays, without a holiday, so that the days can be counted on a wall calendar. */
const weekdays: WorkingDays = {
  addWorkingDays: (day, count) => {
    let at = Date.parse(day);
    for (let left = count; left > 0; ) {
      at += 86_400_000;
      if (![0, 6].includes(new Date(at).getUTCDay())) left -= 1;
    }
    return new Date(at).toISOString().slice(0, 10);
  },
};

it.each(cases)('$why', ({ complaint, now, deadlines }) => {
  const decided = decideDeadlines({ isRejected: false, ...complaint }, rule, weekdays, Date.parse(now));
  expect(decided).toEqual({
    actBy: undefined,
    reactBy: undefined,
    resolveBy: undefined,
    closesOn: undefined,
    missing: [],
    ...deadlines,
  });
});

it.each([
  ['VERIFY', 'ADMINISTRATOR'],
  ['ACT', 'OPD'],
  ['RESOLVE', 'OPD'],
  ['REPLY', 'REPORTER'],
  ['OVER', undefined],
] as const)('at the stage %s it waits for: %s', (stage, party) => expect(decideWaitingFor(stage)).toBe(party));

it('is a default set: 3 and 5 working days, 10 days, 5/14/60 by kind, 24/48/72 hours (DOMAIN §4)', () => {
  expect(rule).toMatchObject({
    ...{ isDefault: true, verifyWorkingDays: 3, actWorkingDays: 5, closeDays: 10 },
    resolveWorkingDays: { information: 5, nonSupervisory: 14, supervisory: 60 },
  });
  expect([...new Set(Object.values(rule.categories).map(({ hours }) => hours))].sort()).toEqual([24, 48, 72]);
  expect(findComplaintRule('2017-12-31')).toBeUndefined();
});

it('promises the same hours as the service catalogue in working days, category by category', () => {
  const services = getServiceCatalogue().list();
  const days = new Map(
    services.flatMap(({ calledBy, standards }) =>
      (calledBy['diskominfo/sikesal'] ?? []).map((category) => [category, standards[0]?.days] as const),
    ),
  );
  for (const [category, { hours }] of Object.entries(rule.categories))
    expect(days.get(category), category).toBe(hours / 24);
});
