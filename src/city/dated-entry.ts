import { fileURLToPath } from 'node:url';
import { readYamlList } from '../base/read-yaml-list.ts';

/** Where a rule stands, from when it holds, and whether it is only what the hub takes for want of the city's own. */
export interface DatedEntry {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day; open where absent. */
  readonly until?: string;
  /** The regulation, or who was asked. */
  readonly source: string;
  readonly isDefault: boolean;
}

/** JSON Schema of what every dated entry says. */
const datedProperties = {
  from: {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    $comment: 'must be a day in quotes, written "2021-01-01"',
  },
  until: {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    $comment: 'must be a day in quotes, written "2021-01-01"',
  },
  source: { type: 'string', minLength: 1 },
  isDefault: { type: 'boolean', default: false },
} as const;

/** Whether it holds on a day, `YYYY-MM-DD`. */
export function isInForce({ from, until }: Pick<DatedEntry, 'from' | 'until'>, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** The entry that holds on a day; of several the one that began last. */
export function findDated<Entry extends DatedEntry>(entries: readonly Entry[], day: string): Entry | undefined {
  return entries
    .filter((entry) => isInForce(entry, day))
    .reduce<Entry | undefined>((latest, one) => (latest && latest.from >= one.from ? latest : one), undefined);
}

/** JSON Schema of a map that holds all of these and nothing else. */
export function mapOf(properties: Readonly<Record<string, object>>) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

/**
 * Reads a file of dated entries that hold these besides, and may hold others. @throws HubError CONFIG_INVALID that lists every mistake with its line
 */
export function readDatedEntries<Entry extends DatedEntry>(
  file: URL,
  properties: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): readonly Entry[] {
  const entry = mapOf({ ...datedProperties, ...properties, ...optional });
  const path = fileURLToPath(file);
  return readYamlList<Entry>(path, {
    setting: path.slice(path.lastIndexOf('/src/') + 1),
    entry: { ...entry, required: ['from', 'source', ...Object.keys(properties)] },
  });
}
