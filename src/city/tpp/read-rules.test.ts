import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createRuleFinder, readAllowanceRules } from './read-rules.ts';
import { factsOf } from './testing/month-case.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const read = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'tpp-rules-'));
  folders.push(folder);
  writeFileSync(join(folder, 'aturan.yaml'), text);
  return readAllowanceRules(folder);
};
const rule = (more: string, from = '2026-01') =>
  `- { name: A, version: "1", from: ${from}, isDefault: false, source: Perwal, ${more} }\n`;
const ATTENDANCE = 'graceSeconds: 0, late: [{ percent: 1 }], early: [{ percent: 1 }], noCheckOut: 3, absent: 100';

describe('a rule file', () => {
  it.each([
    ['shares that are not the whole', rule('shares: { fixed: { percent: 99 } }'), /99 % together/],
    ['two rules at one time', rule('shares: { fixed: { percent: 100 } }').repeat(2), /hold at the same time/],
    ['neither shares nor an event', rule('claims: true'), /either shares or an event/],
    ['an unknown kind', rule('shares: { fix: { percent: 100 } }'), /unknown key "fix".*did you mean fixed/],
    ['a month that is none', rule('shares: { fixed: { percent: 100 } }', '2026-13'), /is a month/],
    ['an end before its beginning', rule('until: 2025-12, shares: { fixed: { percent: 100 } }'), /ends before/],
    [
      'a predicate without its part',
      rule('shares: { skp: { percent: 100, maxAge: 1, earned: { GOOD: 100 } } }'),
      /lacks/,
    ],
  ])('is refused with %s', (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('holds from its first to its last month', () => {
    const first = rule('until: 2026-06, shares: { fixed: { percent: 100 } }');
    const find = createRuleFinder(
      read(first + rule('shares: { fixed: { percent: 100 } }', '2026-07').replace('"1"', '"2"')),
    );
    expect(['2025-12', '2026-01', '2026-06', '2026-07', '2031-01'].map((month) => find(month)?.version)).toEqual([
      undefined,
      '1',
      '1',
      '2',
      '2',
    ]);
  });

  it('may take deductions of one working day’s part', () => {
    const text = rule(`shares: { fixed: { percent: 60 }, attendance: { percent: 40, of: day, ${ATTENDANCE} } }`);
    const one = { name: '', arithmetic: '', days: { '2026-10-06': { kind: 'ABSENT' } } } as const;
    const facts = factsOf(one, { month: '2026-10', days: 22, ceiling: 3_750_000 });
    // 1,500,000 / 22 = 68,181.8, so 68,182 for the day; 3,750,000 - 68,182.
    expect(createRuleFinder(read(text))('2026-10')?.compute(facts).amount).toBe(3_681_818);
  });
});
