import type { ClientBase } from 'pg';
import type { CopyRow } from './page-tables.ts';

/** Where hubs hear of changed applications: `{"stream": 7, "changed": ["<subject> <key>", …]}`, both base64url. */
export const CHANGES_CHANNEL = 'hub_applications';

// PostgreSQL takes 8,000 bytes: each entry has 70.
const ENTRIES_EACH = 100;

/** Tells every hub whose applications have changed, when the transaction commits; by keyed hashes only. */
export async function announceChanges(
  client: ClientBase,
  stream: number,
  rows: readonly Pick<CopyRow, 'subject' | 'key'>[],
): Promise<void> {
  const changed = rows.flatMap(({ subject, key }) =>
    subject ? [`${subject.toString('base64url')} ${key.toString('base64url')}`] : [],
  );
  for (let at = 0; at < changed.length; at += ENTRIES_EACH) {
    const payload = JSON.stringify({ stream, changed: changed.slice(at, at + ENTRIES_EACH) });
    await client.query('select pg_notify($1, $2)', [CHANGES_CHANNEL, payload]);
  }
}
