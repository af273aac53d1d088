import { Ajv } from 'ajv';
import { isRealDay } from '../../base/jakarta-time.ts';
import type { DatedRule } from '../converters/index.ts';
import type { Problem } from '../problem.ts';
import { describeErrors } from './check-shape.ts';
import { type ConnectorFile, parseConnectorFile } from './connector-file.ts';

interface RuleEntry {
  readonly from: number;
  readonly to?: number;
  readonly day: string;
}

const schema = {
  type: 'object',
  required: ['describe', 'years'],
  additionalProperties: false,
  properties: {
    describe: { type: 'string' },
    years: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['from', 'day', 'basis'],
        additionalProperties: false,
        properties: {
          from: { type: 'integer', minimum: 1900, maximum: 2200 },
          to: { type: 'integer', minimum: 1900, maximum: 2200 },
          day: { type: 'string', pattern: '^\\d{2}-\\d{2}$' },
          basis: { type: 'string' },
          default: { type: 'boolean' },
        },
      },
    },
  },
};
const validate = new Ajv({ allErrors: true, verbose: true }).compile(schema);

/** Reads a dated rule: for each span of years a day `mm-dd` and the regulation that says so. */
export function parseDatedRule(name: string, text: string): DatedRule | readonly Problem[] {
  const file = parseConnectorFile(name, text);
  if (!('content' in file)) return file;
  if (!validate(file.content)) return describeErrors(file, validate.errors ?? []);
  const entries = file.content.years as readonly RuleEntry[];
  const problems = entries.flatMap((entry, index) => findMistakes(file, entries, entry, index));
  return problems.length > 0 ? problems : { dayFor: (year) => findDay(entries, year) };
}

function findMistakes(file: ConnectorFile, entries: readonly RuleEntry[], entry: RuleEntry, index: number): Problem[] {
  const at = { file: file.name, line: file.lineOf(['years', index]) };
  const problems: Problem[] = [];
  const [month = 0, day = 0] = entry.day.split('-').map(Number);
  if (!isRealDay(LEAP_YEAR, month, day))
    problems.push({ ...at, message: `years.${index}.day is not a day of the calendar` });
  const other = entries.slice(0, index).findIndex((one) => one.from <= lastOf(entry) && entry.from <= lastOf(one));
  if (other >= 0)
    problems.push({
      ...at,
      message: `years.${index} covers years that years.${other} covers too`,
      suggestion: 'end the earlier span with: to',
    });
  return problems;
}

const LEAP_YEAR = 2000;

function lastOf({ to = Number.POSITIVE_INFINITY }: RuleEntry): number {
  return to;
}

function findDay(entries: readonly RuleEntry[], year: number): string | undefined {
  const entry = entries.find((one) => one.from <= year && year <= lastOf(one));
  if (!entry) return undefined;
  const [month, day] = entry.day.split('-').map(Number);
  // 29 February in a common year: the last day of the month is meant.
  const real = isRealDay(year, month ?? 0, day ?? 0);
  return real ? `${year}-${entry.day}` : `${year}-02-28`;
}
