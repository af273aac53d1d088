import type { Database } from './database.ts';
import { open, type SecretKey } from './personal-data.ts';

interface StoredLink {
  readonly subject_hash: Buffer;
  readonly value_encrypted: Buffer;
  readonly data_key_id: string;
}

/** Returns the values filed under each of the subject hashes (in base64), with one query for all of them. */
export async function readLinks(
  db: Database,
  dataKeys: readonly SecretKey[],
  kind: string,
  subjectHashes: readonly Buffer[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  // Named, so that PostgreSQL parses and plans it once a connection: the home query waits for it.
  const { rows } = await db.pool.query<StoredLink>({
    name: 'links of subjects',
    text: 'select subject_hash, value_encrypted, data_key_id from links where kind = $1 and subject_hash = any($2::bytea[])',
    values: [kind, subjectHashes],
  });
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const sealed = { dataKeyId: row.data_key_id, bytes: row.value_encrypted };
    const value = open(sealed, dataKeys, [row.subject_hash, kind]);
    const subject = row.subject_hash.toString('base64');
    const values = found.get(subject);
    if (values === undefined) found.set(subject, [value]);
    else values.push(value);
  }
  return found;
}
