import { closest, distance } from 'fastest-levenshtein';

/** A question about an unknown word, `Did you mean <the known one>? `, or nothing when no known one is like it. */
export function nameNearest(word: string, known: readonly string[]): string {
  const nearest = known.length > 0 ? closest(word, known) : '';
  // A third of the letters wrong is a slip; more is another word.
  return nearest && distance(word, nearest) <= Math.max(2, word.length / 3) ? `Did you mean ${nearest}? ` : '';
}
