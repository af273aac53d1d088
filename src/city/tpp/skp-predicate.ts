/** A grade of the yearly review, of the work's results or of behaviour: above, as or below what was expected. */
export type ReviewGrade = 'ABOVE' | 'AS_EXPECTED' | 'BELOW';

export const skpPredicates = ['VERY_GOOD', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR'] as const;
export type SkpPredicate = (typeof skpPredicates)[number];

// Rows: results of work. Columns: behaviour.
const MATRIX: Readonly<Record<ReviewGrade, Readonly<Record<ReviewGrade, SkpPredicate>>>> = {
  ABOVE: { BELOW: 'POOR', AS_EXPECTED: 'GOOD', ABOVE: 'VERY_GOOD' },
  AS_EXPECTED: { BELOW: 'POOR', AS_EXPECTED: 'GOOD', ABOVE: 'GOOD' },
  BELOW: { BELOW: 'VERY_POOR', AS_EXPECTED: 'NEEDS_IMPROVEMENT', ABOVE: 'NEEDS_IMPROVEMENT' },
};

/** The predicate of a yearly review (SKP) by the matrix of PermenPANRB 6/2022. */
export function decideSkpPredicate(result: ReviewGrade, behaviour: ReviewGrade): SkpPredicate {
  return MATRIX[result][behaviour];
}

/** Names of the predicates as the regulation writes them. */
export const PREDICATE_NAMES: Readonly<Record<SkpPredicate, string>> = {
  VERY_GOOD: 'Sangat Baik',
  GOOD: 'Baik',
  NEEDS_IMPROVEMENT: 'Butuh Perbaikan',
  POOR: 'Kurang/Misconduct',
  VERY_POOR: 'Sangat Kurang',
};

/** Names of the grades. */
export const GRADE_NAMES: Readonly<Record<ReviewGrade, string>> = {
  ABOVE: 'di atas ekspektasi',
  AS_EXPECTED: 'sesuai ekspektasi',
  BELOW: 'di bawah ekspektasi',
};
