import { describe, expect, it } from 'vitest';
import { suppressSmallCells } from './suppress-small-cells.ts';

const suppress = (counts: readonly number[]) => {
  const { cells, total } = suppressSmallCells(counts.map((count, index) => ({ key: `c${index}`, count })));
  return { shown: cells.map(({ count }) => count ?? null), total: total ?? null };
};

describe('a breakdown by an attribute of people', () => {
  it.each([
    // [what, counts, shown, total]
    ['of five and more is shown', [5, 120, 30], [5, 120, 30], 155],
    ['hides four, and the next smallest with it', [4, 120, 30], [null, 120, null], 154],
    ['hides one, and the next smallest though it is large', [1, 120], [null, null], 121],
    // 4 + 1 = 5 hide each other: 134 - 129 tells only that they are five together.
    ['hides two small ones that are five together', [4, 1, 129], [null, null, 129], 134],
    // 2 + 2 = 4: whoever subtracts learns that four are behind both, so a third goes with them.
    ['hides a third with two that are four together', [2, 2, 9, 80], [null, null, null, 80], 93],
    ['shows empty cells', [0, 12, 7], [0, 12, 7], 19],
    ['hides no small one behind an empty one alone', [0, 3, 50], [0, null, null], 53],
    ['shows neither cell nor total of one small group', [3], [null], null],
    ['shows no total that gives one small group away', [3, 0], [null, null], null],
    ['of nobody is shown', [0, 0], [0, 0], 0],
    ['of nothing is nothing', [], [], 0],
  ] as const)('%s', (_what, counts, shown, total) => {
    expect(suppress(counts)).toEqual({ shown, total });
  });

  it('never lets a hidden cell below five be told from the shown ones and the total', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const counts = Array.from({ length: 1 + (seed % 5) }, (_, index) => (seed * 7919 * (index + 3)) % (index + 11));
      const { shown, total } = suppress(counts);
      const hidden = shown.flatMap((count, index) => (count === null ? [counts[index] as number] : []));
      if (hidden.every((count) => count === 0 || count >= 5)) continue;
      if (total === null) continue;
      expect(hidden.filter((count) => count > 0).length, `${counts}`).toBeGreaterThanOrEqual(2);
      expect(
        hidden.reduce((sum, count) => sum + count, 0),
        `${counts}`,
      ).toBeGreaterThanOrEqual(5);
    }
  });
});
