/** The `pages` of an operation in a connector file. */
export interface PagesSpec {
  readonly by: 'page' | 'offset' | 'cursor' | 'link';
  /** The `:name` in path, body or form that says which page is wanted; `link` has none. */
  readonly parameter?: string;
  /** Rows of a full page. */
  readonly size?: number;
  /** The number of the first page, or of the first row. */
  readonly first?: number;
  /** Where an answer says what the next page is asked by. */
  readonly next?: string;
  /** Where the first answer says how many rows there are. */
  readonly total?: string;
  readonly maxPages?: number;
}

/** What pages may be at most when a file says nothing; more is a failure. */
export const DEFAULT_MAX_PAGES = 20;

/** The `pages` of an operation whose shape has been checked; undefined when it has none. */
export function findPages(operation: Readonly<Record<string, unknown>>): PagesSpec | undefined {
  return operation.pages as PagesSpec | undefined;
}
