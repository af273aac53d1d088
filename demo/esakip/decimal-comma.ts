/** Writes a number as the forms have it: a comma, at most two decimals, no zeros after them. */
export function commaNumber(value: number): string {
  return String(roundTo2(value)).replace('.', ',');
}

/** Writes a number with a comma and exactly two decimals, as in a printed report. */
export function commaFixed(value: number): string {
  return roundTo2(value).toFixed(2).replace('.', ',');
}

/** Writes whole rupiah as PHP's number_format does, with dots after the thousands. */
export function dottedRupiah(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Rounds to two decimals, so that a half written in binary still goes up. */
export function roundTo2(value: number): number {
  return Math.round((value + Math.sign(value) * Number.EPSILON) * 100) / 100;
}
