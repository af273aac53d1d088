/** A count of people by some attribute; `count` is undefined where it may not be shown. */
export interface ShownCell {
  readonly key: string;
  readonly count: number | undefined;
}

export interface ShownCells {
  readonly cells: readonly ShownCell[];
  /** Undefined where a total would give a single hidden cell away. */
  readonly total: number | undefined;
}

/** Fewer people than this could be recognised (Satu Data's usual threshold; ours as a default). */
const FEWEST = 5;

/**
 * Hides counts of 1 to 4, and with them the next smallest that hides them from whoever subtracts the shown ones from the
 * total: what is hidden together must be two cells or more and five people or more. Where only one cell is there, its total
 * is hidden too. An empty cell tells nothing of anybody and is shown, unless it must hide another.
 */
export function suppressSmallCells(cells: readonly { readonly key: string; readonly count: number }[]): ShownCells {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const hidden = new Set(cells.filter(({ count }) => count > 0 && count < FEWEST));
  if (hidden.size > 0) {
    const others = cells.filter((cell) => !hidden.has(cell)).sort((one, other) => one.count - other.count);
    // Cells with people in them hide best: an empty one beside a single one would give it away.
    for (const cell of [...others.filter(({ count }) => count > 0), ...others.filter(({ count }) => count === 0)]) {
      if (isHiddenTogether([...hidden])) break;
      hidden.add(cell);
    }
  }
  const isSafe = hidden.size === 0 || isHiddenTogether([...hidden]);
  return {
    cells: cells.map((cell) => ({ key: cell.key, count: hidden.has(cell) ? undefined : cell.count })),
    total: isSafe ? total : undefined,
  };
}

function isHiddenTogether(hidden: readonly { readonly count: number }[]): boolean {
  const people = hidden.reduce((sum, { count }) => sum + count, 0);
  return hidden.filter(({ count }) => count > 0).length >= 2 && people >= FEWEST;
}
