import type { Migration } from 'kysely/migration';
import * as links from './0001-links.ts';

/** Every migration in order. Append only: a released one is never edited, renamed or removed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-links': links,
};
