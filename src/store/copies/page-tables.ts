import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FactSheet } from '../../ports/city-figures.ts';
import { BinaryRows, type BinaryValue } from './binary-rows.ts';

/** A row of a page before it is known whether it has changed. */
export interface PageKey {
  readonly key: Buffer;
  readonly rowHash: Buffer;
  readonly version: number | undefined;
}

/** What the copies say of a row that differs from them. */
export interface KnownRow {
  readonly ordinal: number;
  /** `new`: there is no copy. `gone`: its copy is marked as deleted. */
  readonly state: 'new' | 'live' | 'gone';
  readonly version: number | undefined;
}

/** A row as it will lie among the copies. */
export interface CopyRow extends PageKey {
  readonly subject: Buffer | undefined;
  /** Undefined for a row that its source has marked as deleted. */
  readonly content: Buffer | undefined;
  readonly dataKeyId: string | null;
  readonly service: string | undefined;
  readonly status: string | undefined;
  readonly submittedOn: string | undefined;
  readonly dueOn: string | undefined;
  /** Code of the OPD that the record belongs to, where it says one. */
  readonly opd: string | undefined;
  /** What it adds to the city's figures. */
  readonly facts: FactSheet | undefined;
}

/**
 * Makes the connection's own tables that pages pass through. They never reach the disk and are empty again at the end of
 * each transaction.
 */
export async function createPageTables(client: ClientBase): Promise<void> {
  await client.query(`
    create temp table if not exists sync_page (ordinal int not null, key bytea not null, row_hash bytea not null)
      on commit delete rows;
    create temp table if not exists sync_rows (key bytea not null, subject bytea, row_hash bytea not null, version bigint,
      content bytea, data_key_id text, service text, status text, submitted_on date, due_on date, opd text) on commit delete rows`);
  // Rows and how far the run is lie in one transaction: what a crash takes back is read again, so none waits for the disk.
  await client.query('set synchronous_commit = off');
  // Each row is looked up by its key. Of tables without statistics the planner would rather read all copies for every page.
  await client.query('set enable_hashjoin = off; set enable_mergejoin = off; set enable_material = off');
}

/** Puts the keys of a page into its table. */
export async function putPage(client: ClientBase, keys: readonly PageKey[]): Promise<void> {
  const rows = rowsOf(client);
  for (const [ordinal, { key, rowHash }] of keys.entries()) rows.add([{ int: ordinal }, key, rowHash]);
  await copyIn(client, 'copy sync_page from stdin (format binary)', rows);
}

/** The rows of the page that is put which are not among the copies as they are. */
export async function listChanged(client: ClientBase, stream: number): Promise<readonly KnownRow[]> {
  const { rows } = await client.query<{ ordinal: number; state: KnownRow['state']; version: string | null }>({
    name: 'sync-changed',
    text: `select p.ordinal, c.version,
             case when c.key is null then 'new' when c.content is null then 'gone' else 'live' end as state
           from sync_page p left join copies c on c.stream = $1 and c.key = p.key
           where c.row_hash is distinct from p.row_hash`,
    values: [stream],
  });
  return rows.map(({ ordinal, state, version }) => ({
    ordinal,
    state,
    version: version === null ? undefined : Number(version),
  }));
}

/** Notes the keys of the page that is put as seen by a run. */
export async function noteSeen(client: ClientBase, run: bigint): Promise<void> {
  await client.query({ name: 'sync-seen', text: 'insert into sync_seen select $1, key from sync_page', values: [run] });
}

/** Writes rows among the copies; gives how many were written, the rest being as they are or older. */
export async function writeCopies(client: ClientBase, stream: number, copies: readonly CopyRow[]): Promise<number> {
  const rows = rowsOf(client);
  for (const copy of copies) rows.add(asValues(copy));
  await copyIn(client, 'copy sync_rows from stdin (format binary)', rows);
  const { rowCount } = await client.query({
    name: 'sync-write',
    text: `insert into copies as c
             (stream, key, subject, row_hash, version, content, data_key_id, service, status, submitted_on, due_on, opd)
           select $1, key, subject, row_hash, version, content, data_key_id, service, status, submitted_on, due_on, opd
           from sync_rows
           on conflict (stream, key) do update set subject = excluded.subject, row_hash = excluded.row_hash,
             version = excluded.version, content = excluded.content, data_key_id = excluded.data_key_id,
             service = excluded.service, status = excluded.status, submitted_on = excluded.submitted_on,
             due_on = excluded.due_on, opd = excluded.opd, missed = 0
           where c.row_hash <> excluded.row_hash
             and (c.version is null or excluded.version is null or excluded.version >= c.version)`,
    values: [stream],
  });
  return rowCount ?? 0;
}

/** Notes which applications among the rows stand otherwise than before, for their timeline. */
export async function noteSteps(
  client: ClientBase,
  stream: number,
  copies: readonly CopyRow[],
  nowMs: number,
): Promise<void> {
  const listed = copies.filter(({ status }) => status !== undefined);
  if (listed.length === 0) return;
  await client.query({
    name: 'sync-steps',
    text: `insert into copy_steps (stream, key, status, at)
           select $1, r.key, r.status, $4 from unnest($2::bytea[], $3::text[]) as r (key, status)
           left join copies c on c.stream = $1 and c.key = r.key where c.status is distinct from r.status`,
    values: [stream, listed.map(({ key }) => key), listed.map(({ status }) => status), new Date(nowMs)],
  });
}

// Applications without a day stand last in the list, which goes by this column.
const NO_DAY = '0001-01-01';

function asValues(copy: CopyRow): readonly BinaryValue[] {
  const { key, subject, rowHash, version, content, dataKeyId, service, status, submittedOn, dueOn, opd } = copy;
  const listedOn = submittedOn ?? (status === undefined ? undefined : NO_DAY);
  return [
    key,
    subject ?? null,
    rowHash,
    version === undefined ? null : BigInt(version),
    content ?? null,
    dataKeyId,
    service ?? null,
    status ?? null,
    listedOn === undefined ? null : { day: listedOn },
    dueOn === undefined ? null : { day: dueOn },
    opd ?? null,
  ];
}

// A connection takes one page after the other.
const rowsByClient = new WeakMap<ClientBase, BinaryRows>();

function rowsOf(client: ClientBase): BinaryRows {
  const rows = rowsByClient.get(client) ?? new BinaryRows();
  rowsByClient.set(client, rows);
  rows.clear();
  return rows;
}

async function copyIn(client: ClientBase, text: string, rows: BinaryRows): Promise<void> {
  if (rows.count === 0) return;
  await pipeline(Readable.from([rows.finish()]), client.query(copyFrom(text)));
}
