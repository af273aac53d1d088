import { describe, expect, it } from 'vitest';
import { parseDatedRule } from './dated-rule.ts';

function parse(years: string) {
  const rule = parseDatedRule('rule.yaml', `describe: Contoh\nyears:\n${years}`);
  if (!('dayFor' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
}

describe('a dated rule', () => {
  const rule = parse(`  - { from: 1994, to: 2025, day: "09-30", basis: lama }
  - { from: 2026, to: 2027, day: "02-29", basis: baru }
  - { from: 2029, day: "06-30", basis: nanti, default: true }
`);
  it.each([
    [1993, undefined],
    [1994, '1994-09-30'],
    [2025, '2025-09-30'],
    // The last day of February is meant.
    [2026, '2026-02-28'],
    [2028, undefined],
    [2029, '2029-06-30'],
    [2199, '2199-06-30'],
  ])('gives for %i: %s', (year, day) => expect(rule.dayFor(year)).toBe(day));

  it('of 29 February holds in leap years as it is', () => {
    expect(parse('  - { from: 2024, day: "02-29", basis: x }\n').dayFor(2028)).toBe('2028-02-29');
  });

  it('may have its spans in any order', () => {
    const unordered = parse(
      '  - { from: 2026, day: "06-30", basis: x }\n  - { from: 2000, to: 2025, day: "09-30", basis: y }\n',
    );
    expect([unordered.dayFor(2025), unordered.dayFor(2026)]).toEqual(['2025-09-30', '2026-06-30']);
  });
});
