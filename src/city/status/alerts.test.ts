import { describe, expect, it } from 'vitest';
import { type AlertRule, alertRules, listAlerts } from './alerts.ts';
import type { OpdMonthSum } from './figure-provider.ts';
import { metrics } from './metrics.ts';
import { readSnapshot } from './read-snapshot.ts';
import { providerOf } from './testing/provider-of.ts';

const opds = [{ code: 'dlh', name: 'DLH' }];

async function alertsOf(rule: Partial<AlertRule>, now: readonly OpdMonthSum[]) {
  const provider = providerOf('application', now);
  const snapshots = {
    now: await readSnapshot([provider], '2026-10-31'),
    before: await readSnapshot([provider], '2026-09-30'),
  };
  const dated = { from: '2026-01-01', source: 'uji', isDefault: true };
  const whole: AlertRule = {
    ...dated,
    ...{ metric: 'OVERDUE_APPLICATIONS', atLeast: 5, severity: 'SERIOUS', message: '{name}: {before} → {value}' },
    ...rule,
  };
  return listAlerts({ ...snapshots, opds, rules: [whole] }).map(({ message }) => message);
}

const standing = (before: number, now: number, open = 100): OpdMonthSum[] => [
  { month: '2026-09', opd: 'dlh', name: 'received', amount: open },
  { month: '2026-09', opd: 'dlh', name: 'overdueFrom', amount: before },
  { month: '2026-10', opd: 'dlh', name: 'overdueFrom', amount: now - before },
];

describe('an alert', () => {
  it.each([
    // 12 is 20 % more than 10, 13 is 30 % more.
    [10, 12, []],
    [10, 13, ['DLH: 10 → 13']],
    [10, 5, []],
    // From nought there is no share; thresholds of their own tell of it.
    [0, 13, []],
  ])('tells what got worse: from %i to %i', async (before, now, messages) => {
    expect(await alertsOf({ worseBy: 0.2 }, standing(before, now))).toEqual(messages);
  });

  it.each([
    [10, []],
    [11, ['DLH: 10 → 11']],
  ])('tells what is above its threshold: %i', async (now, messages) => {
    expect(await alertsOf({ above: 10 }, standing(0, now))).toEqual(messages);
  });

  it.each([
    // 20 of 100 is a fifth, 21 is more.
    [20, []],
    [21, ['DLH: 100 → 21']],
  ])('tells what is too large a part: %i of 100', async (now, messages) => {
    expect(await alertsOf({ shareAbove: 0.2 }, standing(0, now))).toEqual(messages);
  });

  it('is told by the threshold of its day', async () => {
    expect(await alertsOf({ above: 10, until: '2026-10-30' }, standing(0, 11))).toEqual([]);
    expect(await alertsOf({ above: 10, from: '2026-11-01' }, standing(0, 11))).toEqual([]);
    expect(await alertsOf({ above: 10, until: '2026-10-31' }, standing(0, 11))).toEqual(['DLH: 10 → 11']);
  });

  it('tells nothing of a few records', async () => {
    expect(await alertsOf({ above: 1 }, standing(0, 4, 4))).toEqual([]);
    expect(await alertsOf({ above: 1 }, standing(0, 4, 5))).toEqual(['DLH: 1 → 4']);
  });

  it('writes shares in percent and numbers as Indonesians do', async () => {
    const sums = [
      { month: '2026-10', opd: 'dlh', name: 'onTime', amount: 1573 },
      { month: '2026-10', opd: 'dlh', name: 'late', amount: 1000 },
    ];
    // 1,573 / 2,573 = 0.6113…
    expect(await alertsOf({ metric: 'SLA_COMPLIANCE', below: 0.8 }, sums)).toEqual(['DLH: 80 % → 61,1 %']);
    expect(await alertsOf({ above: 1000 }, standing(0, 1234, 2000))).toEqual(['DLH: 1.000 → 1.234']);
  });

  it('of the serious kind comes first', async () => {
    const snapshot = await readSnapshot([providerOf('application', standing(0, 60))], '2026-10-31');
    const dated = { from: '2026-01-01', source: 'uji', isDefault: true };
    const rule = { ...dated, metric: 'OVERDUE_APPLICATIONS', above: 1, atLeast: 1, message: '' } as const;
    const rules: AlertRule[] = [
      { ...rule, severity: 'WARNING' },
      { ...rule, severity: 'SERIOUS' },
    ];
    expect(listAlerts({ now: snapshot, before: snapshot, opds, rules }).map(({ severity }) => severity)).toEqual([
      'SERIOUS',
      'WARNING',
    ]);
  });
});

it('every threshold in force is of a figure that there is, one way, and names its OPD', () => {
  expect(alertRules.length).toBeGreaterThan(5);
  for (const rule of alertRules) {
    expect(Object.keys(metrics)).toContain(rule.metric);
    expect([rule.above, rule.below, rule.shareAbove, rule.worseBy].filter((one) => one !== undefined)).toHaveLength(1);
    expect(rule.message).toMatch(/^\{name\}: .*\{value\}/);
    expect(['SERIOUS', 'WARNING']).toContain(rule.severity);
  }
});
