/** The satisfaction index of a set of answers, and its grade. */
export interface Ikm {
  readonly value: number;
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

const ELEMENTS = 9;

/**
 * Computes IKM from sums: `survey` answers, and `u1` to `u9` the sums of their scores; the mean of the nine elements' means,
 * times 25 (PermenPANRB 14/2017). Undefined without answers.
 */
export function computeIkm(sums: ReadonlyMap<string, number>): Ikm | undefined {
  const answers = sums.get('survey') ?? 0;
  if (answers <= 0) return undefined;
  let total = 0;
  for (let element = 1; element <= ELEMENTS; element++) total += (sums.get(`u${element}`) ?? 0) / answers;
  const value = Math.round((total / ELEMENTS) * 25 * 100) / 100;
  return { value, grade: value >= 88.31 ? 'A' : value >= 76.61 ? 'B' : value >= 65 ? 'C' : 'D' };
}
