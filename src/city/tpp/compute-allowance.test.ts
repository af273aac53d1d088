import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { AllowanceRule } from './allowance-rule.ts';
import { createRuleFinder, readAllowanceRules } from './read-rules.ts';
import { type AllowanceCase, factsOf, type MonthDefaults } from './testing/month-case.ts';

const folder = new URL('rules/', import.meta.url).pathname;
const cityRules = readAllowanceRules(folder);
const rulesOf = (example: string) => readAllowanceRules(`${folder}examples/${example}`);

const SETS: readonly (readonly [file: string, rules: readonly AllowanceRule[], defaults: MonthDefaults])[] = [
  ['kota-jambi', cityRules, { month: '2026-10', days: 22, ceiling: 3_750_000 }],
  ['2025-12-01-upacara', cityRules, { month: '2025-12', days: 23, ceiling: 3_750_000 }],
  ['brebes', rulesOf('brebes'), { month: '2026-10', days: 22, ceiling: 4_000_000, fullMinutes: 6_750 }],
  ['seluma', rulesOf('seluma'), { month: '2026-10', days: 22, ceiling: 3_300_000 }],
];

describe.each(SETS)('the cases of %s', (file, rules, defaults) => {
  const cases = parse(readFileSync(new URL(`cases/${file}.yaml`, import.meta.url), 'utf8')) as AllowanceCase[];
  const rule = createRuleFinder(rules)(defaults.month);

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(one.arithmetic).toBeTruthy();
    const computed = rule?.compute(factsOf(one, defaults));
    expect(computed?.missing.map(({ input }) => input)).toEqual(one.missing ?? []);
    expect(computed?.amount).toBe(one.amount);
    if (one.gross !== undefined) expect(computed?.gross).toBe(one.gross);
    for (const { base, percent, amount } of computed?.lines ?? []) {
      const exact = (Math.abs(base) * Math.round(Math.abs(percent) * 100)) / 10_000;
      expect(Math.abs(amount)).toBe(Math.floor(exact + 0.5));
      expect(Number.isInteger(base)).toBe(true);
    }
    if (computed?.amount !== undefined)
      expect(computed.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(computed.amount);
  });
});

describe('a line', () => {
  it('says by what day something was deducted', () => {
    const rule = createRuleFinder(cityRules)('2026-10');
    const one = { name: '', arithmetic: '', days: { '2026-10-06': { late: 720 } } };
    const facts = factsOf(one, { month: '2026-10', days: 22, ceiling: 3_750_000 });
    expect(rule?.compute(facts).lines).toEqual([
      {
        rule: 'SKP (30 % pagu)',
        base: 1_125_000,
        percent: 100,
        amount: 1_125_000,
        evidence: 'SKP 2025: Baik (hasil kerja sesuai ekspektasi, perilaku sesuai ekspektasi)',
      },
      {
        rule: 'Perilaku kerja (30 % pagu)',
        base: 1_125_000,
        percent: 100,
        amount: 1_125_000,
        evidence: 'SKP 2025: perilaku kerja sesuai ekspektasi',
      },
      { rule: 'Disiplin', base: 3_750_000, percent: 40, amount: 1_500_000, evidence: '22 hari kerja' },
      {
        rule: 'Disiplin: terlambat sampai 30 menit',
        base: 1_500_000,
        percent: -1,
        amount: -15_000,
        evidence: '2026-10-06: terlambat 12 menit',
      },
    ]);
  });
});
