/** Moves labels apart that would lie over each other, as little as it takes, within bounds; from top to bottom. */
export function placeLabels<Label extends { readonly at: number }>(
  labels: readonly Label[],
  gap: number,
  [top, bottom]: readonly [number, number],
): Label[] {
  const sorted = [...labels].sort((one, other) => one.at - other.at);
  let above = top - gap;
  const down = sorted.map((label) => {
    above = Math.max(label.at, above + gap);
    return { ...label, at: above };
  });
  let below = bottom + gap;
  return down
    .reverse()
    .map((label) => {
      below = Math.min(label.at, below - gap);
      return { ...label, at: below };
    })
    .reverse();
}
