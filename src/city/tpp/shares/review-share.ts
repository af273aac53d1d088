import type { ReviewShare } from '../allowance-rule.ts';
import type { MonthFacts } from '../month-facts.ts';
import { createLine } from '../percentage.ts';
import { decideSkpPredicate, GRADE_NAMES, PREDICATE_NAMES } from '../skp-predicate.ts';
import type { Ledger } from './ledger.ts';

/** Computes what the predicate of the yearly review (SKP) earns. */
export function addSkp(ledger: Ledger, rule: ReviewShare, facts: MonthFacts, ceiling: number): void {
  const review = findReview(ledger, rule, facts);
  if (!review) return;
  const predicate = decideSkpPredicate(review.result, review.behaviour);
  const evidence = `SKP ${review.year}: ${PREDICATE_NAMES[predicate]} (hasil kerja ${GRADE_NAMES[review.result]}, perilaku ${GRADE_NAMES[review.behaviour]})`;
  addShare(ledger, 'SKP', rule, predicate, ceiling, evidence);
}

/** Computes what the review's grade of behaviour earns. */
export function addBehaviour(ledger: Ledger, rule: ReviewShare, facts: MonthFacts, ceiling: number): void {
  const review = findReview(ledger, rule, facts);
  if (!review) return;
  const evidence = `SKP ${review.year}: perilaku kerja ${GRADE_NAMES[review.behaviour]}`;
  addShare(ledger, 'Perilaku kerja', rule, review.behaviour, ceiling, evidence);
}

function addShare(ledger: Ledger, name: string, rule: ReviewShare, grade: string, ceiling: number, evidence: string) {
  const share = createLine('', ceiling, rule.percent, '').amount;
  // The schema asks for every grade.
  ledger.add(`${name} (${rule.percent} % pagu)`, share, rule.earned[grade] ?? 0, evidence);
}

/** The review, where there is one that is not too old: last year's is done before this year's ends. */
function findReview(ledger: Ledger, { maxAge }: ReviewShare, { review, month }: MonthFacts) {
  const year = Number(month.slice(0, 4));
  if (review && review.year <= year && review.year >= year - maxAge) return review;
  ledger.lack('SKP', `Tidak ada penilaian SKP tahun ${year - maxAge} sampai ${year}`);
  return undefined;
}
