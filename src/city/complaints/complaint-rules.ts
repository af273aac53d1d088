import { type DatedEntry, findDated, mapOf, readDatedEntries } from '../dated-entry.ts';

/** Kinds of complaints by PermenPANRB 62/2018. */
export type ComplaintKind = 'information' | 'nonSupervisory' | 'supervisory';

/** What is promised to whoever complains. */
export interface ComplaintRule extends DatedEntry {
  readonly verifyWorkingDays: number;
  readonly actWorkingDays: number;
  readonly closeDays: number;
  readonly resolveWorkingDays: Readonly<Record<ComplaintKind, number>>;
  /** By SiKesal's words. */
  readonly categories: Readonly<Record<string, { readonly kind: ComplaintKind; readonly hours: number }>>;
}

const count = { type: 'integer', minimum: 0 };
const kinds: readonly ComplaintKind[] = ['information', 'nonSupervisory', 'supervisory'];

const rules = readDatedEntries<ComplaintRule>(new URL('complaint-rules.yaml', import.meta.url), {
  verifyWorkingDays: count,
  actWorkingDays: count,
  closeDays: count,
  resolveWorkingDays: mapOf(Object.fromEntries(kinds.map((kind) => [kind, count]))),
  categories: { type: 'object', additionalProperties: mapOf({ kind: { enum: kinds }, hours: count }) },
});

/** The rule for complaints that are reported on a day; undefined where none is known. */
export function findComplaintRule(day: string): ComplaintRule | undefined {
  return findDated(rules, day);
}
