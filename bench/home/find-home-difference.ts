import { findDifference } from '../rounds/find-difference.ts';

// When an answer was made differs between any two of them.
const IGNORED = new Set(['asOf']);

/** Says where two answers to the Home query first differ, and how; nothing when they are equal but for `asOf`. */
export function findHomeDifference(one: unknown, other: unknown): string | undefined {
  return findDifference(one, other, IGNORED);
}
