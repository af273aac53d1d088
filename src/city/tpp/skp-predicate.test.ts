import { expect, it } from 'vitest';
import { decideSkpPredicate, PREDICATE_NAMES, type ReviewGrade } from './skp-predicate.ts';

// PermenPANRB 6/2022 (DOMAIN §2): results of work, behaviour, predicate.
const MATRIX: readonly (readonly [ReviewGrade, ReviewGrade, string])[] = [
  ['ABOVE', 'BELOW', 'Kurang/Misconduct'],
  ['ABOVE', 'AS_EXPECTED', 'Baik'],
  ['ABOVE', 'ABOVE', 'Sangat Baik'],
  ['AS_EXPECTED', 'BELOW', 'Kurang/Misconduct'],
  ['AS_EXPECTED', 'AS_EXPECTED', 'Baik'],
  ['AS_EXPECTED', 'ABOVE', 'Baik'],
  ['BELOW', 'BELOW', 'Sangat Kurang'],
  ['BELOW', 'AS_EXPECTED', 'Butuh Perbaikan'],
  ['BELOW', 'ABOVE', 'Butuh Perbaikan'],
];

it.each(MATRIX)('results %s and behaviour %s are %s', (result, behaviour, name) => {
  expect(PREDICATE_NAMES[decideSkpPredicate(result, behaviour)]).toBe(name);
});
