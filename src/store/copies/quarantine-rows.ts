import type { ClientBase } from 'pg';
import { type KeyRing, open, seal } from '../personal-data.ts';

/** A row that does not fit, and why. */
export interface RejectedRow {
  readonly key: Buffer;
  readonly row: number;
  readonly field: string;
  readonly valueKind: string;
  readonly cause: string;
  readonly fix: string;
  /** The whole row as text, to be tried again. */
  readonly text: string;
}

/** Puts rows into quarantine; one that lies there already only tells when it was last seen, and as what. */
export async function putQuarantine(
  client: ClientBase,
  keys: KeyRing,
  at: { readonly stream: number; readonly name: string; readonly run: bigint; readonly nowMs: number },
  rejected: readonly RejectedRow[],
): Promise<void> {
  const now = new Date(at.nowMs);
  for (const { key, row, field, valueKind, cause, fix, text } of rejected) {
    const { bytes, dataKeyId } = seal(text, keys.data, ['quarantine', at.name, key]);
    await client.query({
      name: 'sync-quarantine',
      text: `insert into quarantine (stream, key, run, row, field, value_kind, cause, fix, content_encrypted, data_key_id,
               first_seen_at, last_seen_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
             on conflict (stream, key) do update set run = excluded.run, row = excluded.row, field = excluded.field,
               value_kind = excluded.value_kind, cause = excluded.cause, fix = excluded.fix,
               content_encrypted = excluded.content_encrypted, data_key_id = excluded.data_key_id,
               last_seen_at = excluded.last_seen_at`,
      values: [at.stream, key, at.run, row, field, valueKind, cause, fix, bytes, dataKeyId, now],
    });
  }
}

/** Lets go of what lies in quarantine under the keys of the page that is put, but for those that were rejected again. */
export async function releaseFitting(client: ClientBase, stream: number, rejected: readonly Buffer[]): Promise<void> {
  await client.query(
    `delete from quarantine q using sync_page p where q.stream = $1 and q.key = p.key and not q.key = any($2::bytea[])`,
    [stream, rejected],
  );
}

/** Lets go of rows that a sweep has not seen: they are gone, or came without the fault under another key. */
export async function releaseUnseen(client: ClientBase, stream: number, run: bigint): Promise<void> {
  await client.query('delete from quarantine where stream = $1 and run <> $2', [stream, run]);
}

export interface QuarantinedContent {
  readonly id: string;
  readonly row: number;
  readonly text: string;
}

/** The rows of a stream in quarantine with their content, the oldest first; of one id only that. */
export async function listQuarantinedContent(
  client: ClientBase,
  keys: KeyRing,
  name: string,
  id: string | undefined,
  limit: number,
): Promise<readonly QuarantinedContent[]> {
  const { rows } = await client.query<{
    id: string;
    key: Buffer;
    row: string;
    content_encrypted: Buffer;
    data_key_id: string;
  }>(
    `select q.id, q.key, q.row, q.content_encrypted, q.data_key_id from quarantine q join sync_streams s on s.id = q.stream
     where s.name = $1 and ($2::text is null or q.id::text = $2) order by q.first_seen_at, q.run, q.row, q.id limit $3`,
    [name, id ?? null, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    row: Number(row.row),
    text: open({ dataKeyId: row.data_key_id, bytes: row.content_encrypted }, keys.data, ['quarantine', name, row.key]),
  }));
}
