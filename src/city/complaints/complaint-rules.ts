import { fileURLToPath } from 'node:url';
import { readYamlList } from '../../base/read-yaml-list.ts';
import { type DatedEntry, datedProperties, findDated } from '../dated-entry.ts';

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
const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const properties = {
  verifyWorkingDays: count,
  actWorkingDays: count,
  closeDays: count,
  resolveWorkingDays: object(Object.fromEntries(kinds.map((kind) => [kind, count]))),
  categories: { type: 'object', additionalProperties: object({ kind: { enum: kinds }, hours: count }) },
};

const rules = readYamlList<ComplaintRule>(fileURLToPath(new URL('complaint-rules.yaml', import.meta.url)), {
  setting: 'src/city/complaints/complaint-rules.yaml',
  entry: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'source', ...Object.keys(properties)],
    properties: { ...datedProperties, ...properties },
  },
});

/** The rule for complaints that are reported on a day; undefined where none is known. */
export function findComplaintRule(day: string): ComplaintRule | undefined {
  return findDated(rules, day);
}
