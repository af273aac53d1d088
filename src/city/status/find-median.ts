/**
 * The median of a histogram of (value, how often): the middle one, or the mean of the two in the middle; undefined of
 * nothing.
 */
export function findMedian(histogram: readonly (readonly [value: number, count: number])[]): number | undefined {
  const sorted = [...histogram].sort(([one], [other]) => one - other);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return undefined;
  const valueAt = (place: number): number => {
    let seen = 0;
    for (const [value, count] of sorted) {
      seen += count;
      if (place < seen) return value;
    }
    return Number.NaN;
  };
  return (valueAt(Math.floor((total - 1) / 2)) + valueAt(Math.floor(total / 2))) / 2;
}
