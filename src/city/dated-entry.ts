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
export const datedProperties = {
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

/** The entry that holds on a day; of several the one that began last. */
export function findDated<Entry extends DatedEntry>(entries: readonly Entry[], day: string): Entry | undefined {
  return entries
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .reduce<Entry | undefined>((latest, one) => (latest && latest.from >= one.from ? latest : one), undefined);
}
