import { Ajv } from 'ajv';
import { isRealDay } from '../../base/jakarta-time.ts';
import type { DatedRule } from '../converters/index.ts';
import type { Problem } from '../problem.ts';
import { parseConnectorFile } from './connector-file.ts';

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
const validate = new Ajv({ allErrors: true }).compile(schema);

/** Reads a dated rule: for each span of years a day `mm-dd` and the regulation that says so. */
export function parseDatedRule(name: string, text: string): DatedRule | readonly Problem[] {
  const file = parseConnectorFile(name, text);
  if (!('content' in file)) return file;
  if (!validate(file.content)) {
    return (validate.errors ?? []).map((error) => {
      const path = error.instancePath.split('/').slice(1);
      return { file: name, line: file.lineOf(path), message: `${path.join('.') || 'the file'} ${error.message ?? ''}` };
    });
  }
  const entries = file.content.years as readonly RuleEntry[];
  return { dayFor: (year) => findDay(entries, year) };
}

function findDay(entries: readonly RuleEntry[], year: number): string | undefined {
  const entry = entries.find(({ from, to = Number.POSITIVE_INFINITY }) => from <= year && year <= to);
  if (!entry) return undefined;
  const [month, day] = entry.day.split('-').map(Number);
  // 29 February in a common year: the rule's last day of the month is meant.
  const real = isRealDay(year, month ?? 0, day ?? 0);
  return real ? `${year}-${entry.day}` : `${year}-02-28`;
}
