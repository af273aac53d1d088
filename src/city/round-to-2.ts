/** A value to two decimals, as reports have it; a half goes away from zero, whatever binary made of it. */
export function roundTo2(value: number): number {
  const rounded = Math.round(Number((Math.abs(value) * 100).toFixed(6))) / 100;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
