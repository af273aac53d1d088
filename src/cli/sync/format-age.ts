const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** A span of time in its largest unit: `3 h`, `12 s`. */
export function formatAge(ms: number): string {
  const [unit, length] = UNITS.find(([, one]) => ms >= 2 * one) ?? ['s', 1_000];
  return `${Math.max(0, Math.floor(ms / length))} ${unit}`;
}
