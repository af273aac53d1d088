import { skpPredicates } from './skp-predicate.ts';

const PERCENT = { type: 'number', minimum: 0, maximum: 100, $comment: 'is a percentage from 0 to 100' };
const WORDS = { type: 'string', minLength: 1 };
const MONTH = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', $comment: 'is a month, yyyy-mm' };
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', $comment: 'is a day, yyyy-mm-dd' };
const WHOLE = { type: 'integer', minimum: 0 };

const mapOf = (required: readonly string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const listOf = (items: object) => ({ type: 'array', minItems: 1, items });

const STEPS = listOf(mapOf(['percent'], { upTo: WHOLE, percent: PERCENT }));
const reviewShare = (grades: readonly string[]) =>
  mapOf(['percent', 'maxAge', 'earned'], {
    percent: PERCENT,
    maxAge: WHOLE,
    earned: mapOf(grades, Object.fromEntries(grades.map((grade) => [grade, PERCENT]))),
  });

const SHARES = mapOf([], {
  fixed: mapOf(['percent'], { percent: PERCENT }),
  skp: reviewShare(skpPredicates),
  behaviour: reviewShare(['ABOVE', 'AS_EXPECTED', 'BELOW']),
  minutes: mapOf(['percent', 'target', 'approvedBefore'], {
    percent: PERCENT,
    target: { type: 'integer', minimum: 1 },
    approvedBefore: { type: 'integer', minimum: 1, maximum: 28 },
  }),
  attendance: mapOf(['percent', 'of', 'graceSeconds', 'late', 'early', 'noCheckOut', 'absent'], {
    percent: PERCENT,
    of: { enum: ['month', 'day'] },
    graceSeconds: WHOLE,
    late: STEPS,
    early: STEPS,
    noCheckOut: PERCENT,
    absent: PERCENT,
  }),
  checkIns: mapOf(['percent', 'perDay'], { percent: PERCENT, perDay: { type: 'integer', minimum: 1 } }),
});

const EVENT = mapOf(['on', 'name', 'structuralPositions', 'deductions'], {
  on: DAY,
  name: WORDS,
  structuralPositions: { type: 'array', items: WORDS },
  deductions: listOf(
    mapOf(['percent'], { kind: { enum: ['PNS', 'PPPK'] }, structural: { type: 'boolean' }, percent: PERCENT }),
  ),
});

/** JSON Schema of one rule: what the engine can compute and nothing else. */
export const ruleSchema = mapOf(['name', 'version', 'from', 'isDefault', 'source'], {
  name: WORDS,
  version: WORDS,
  from: MONTH,
  until: MONTH,
  isDefault: { type: 'boolean' },
  source: WORDS,
  shares: SHARES,
  leave: listOf(mapOf(['days', 'percent'], { days: WHOLE, percent: PERCENT })),
  sanctions: { type: 'object', additionalProperties: PERCENT },
  claims: { type: 'boolean' },
  tax: listOf(mapOf(['percent'], { upToGrade: WHOLE, percent: PERCENT })),
  insurance: listOf(mapOf(['name', 'percent'], { name: WORDS, percent: PERCENT })),
  event: EVENT,
});
