/** Sums and products stop here instead of losing their meaning. */
const MAX_AMOUNT = Number.MAX_SAFE_INTEGER;

/** Limits a number that grew by itself, such as the expansions of a fragment, to what can be counted. */
export function capAmount(amount: number): number {
  return Math.min(amount, MAX_AMOUNT);
}

/** Writes an amount for a message. */
export function describeAmount(amount: number): string {
  return amount < MAX_AMOUNT ? String(amount) : 'countless';
}
