import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { NewSubmission, Outbox, Submission, SubmissionContent } from '../../ports/outbox.ts';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, hashValue, type KeyRing, type SecretKey } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { asStep, type OutboxRow, openContent, readSubmission, sealPart } from './outbox-row.ts';
import { inTransaction } from './transaction.ts';

/** Where submissions are kept, and what the hub holds of their words. */
export interface OutboxStore extends Outbox {
  /** All of a citizen's, the newest first, with their words where the hub still has them. */
  listHeld(nik: string): Promise<readonly (Submission & { readonly content: SubmissionContent | undefined })[]>;
}

// One after the other for each citizen, so that their numbers are in the order in which they are seen.
const LOCK = `select pg_advisory_xact_lock(hashtextextended('outbox ' || $1, 0))`;
const FIND_BY_KEY = `
  select outbox.* from outbox
  join unnest($2::bytea[], $3::bytea[]) as given (subject_hash, key_hash) using (subject_hash, key_hash)
  where kind = $1`;
const ADD = `
  insert into outbox (id, kind, opd, system, subject_hash, index_key_id, key_hash, content_hash, content_encrypted,
    content_key_id, attachments, state, steps, accepted_at, next_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'accepted', $12, $13, $13) returning *`;
const FIND = 'select * from outbox where subject_hash = any($1) and id = $2';
const LIST = `
  select * from outbox
  where subject_hash = any($1)
    and ($3::uuid is null or seq < (select seq from outbox where id = $3 and subject_hash = any($1)))
  order by seq desc limit $2`;

/**
 * Creates the store of submissions on the hub's database: whose they are lies there hashed, their words sealed.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createOutboxStore({ pool }: Database, keys: KeyRing, clock: Clock = systemClock): OutboxStore {
  checkKeyRing(keys);
  const hashesOf = (nik: string) => keys.index.map((key) => hashSubject(nik, key));
  const rowsOf = (text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<OutboxRow>(text, values)).rows);
  const list = (nik: string, limit: number | undefined, beforeId: string | undefined) =>
    rowsOf(LIST, [hashesOf(nik), limit ?? null, beforeId ?? null]);
  return {
    accept: (submission) =>
      inTransaction(pool, async (client) => {
        const { nik, kind, idempotencyKey } = submission;
        await client.query(LOCK, [hashSubject(nik, oldestOf(keys)).toString('hex')]);
        const keyHashes = keys.index.map((key) => hashKey(idempotencyKey, key));
        const found = await client.query<OutboxRow>(FIND_BY_KEY, [kind, hashesOf(nik), keyHashes]);
        const [row] = found.rows;
        if (row && !isSame(row, submission, keys)) throw keyReused(kind);
        if (row) return readSubmission(row, keys);
        const added = await client.query<OutboxRow>(ADD, newRow(submission, keys, clock.now()));
        const kept = readSubmission(added.rows[0] as OutboxRow, keys);
        await claimAttachments(client, keys, nik, submission.attachments, kept.id, submission.attachmentTypes);
        return kept;
      }),
    find: async (nik, id) => {
      const [row] = isUuid(id) ? await rowsOf(FIND, [hashesOf(nik), id]) : [];
      return row && readSubmission(row, keys);
    },
    list: async (nik, limit, beforeId) => {
      if (beforeId !== undefined && !isUuid(beforeId)) return [];
      return (await list(nik, limit, beforeId)).map((row) => readSubmission(row, keys));
    },
    listHeld: async (nik) =>
      (await list(nik, undefined, undefined)).map((row) => ({
        ...readSubmission(row, keys),
        content: openContent(row, keys)?.content,
      })),
  };
}

/** Hubs between which a key is being rotated have a different first one, and lock by the same. */
function oldestOf({ index }: KeyRing): SecretKey {
  return index.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0] as SecretKey;
}

const hashKey = (idempotencyKey: string, key: SecretKey): Buffer => hashValue(idempotencyKey, 'outbox-key', key);

function hashContent({ content, attachments }: NewSubmission, key: SecretKey): Buffer {
  const entries = Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1));
  return hashValue(JSON.stringify([entries, attachments]), 'outbox-content', key);
}

function isSame(row: OutboxRow, submission: NewSubmission, { index }: KeyRing): boolean {
  const key = index.find(({ id }) => id === row.index_key_id);
  return key !== undefined && row.content_hash.equals(hashContent(submission, key));
}

function newRow(submission: NewSubmission, keys: KeyRing, nowMs: number): unknown[] {
  const { nik, kind, opd, system, idempotencyKey, content, attachments } = submission;
  const id = randomUUID();
  const key = keys.index[0] as SecretKey;
  return [
    ...[
      id,
      kind,
      opd,
      system,
      hashSubject(nik, key),
      key.id,
      hashKey(idempotencyKey, key),
      hashContent(submission, key),
    ],
    ...sealPart('content', id, JSON.stringify({ nik, content }), keys),
    ...[attachments, asStep('accepted', nowMs), new Date(nowMs)],
  ];
}

export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

function keyReused(kind: string): HubError {
  return new HubError('IDEMPOTENCY_KEY_REUSED', `This key has been used for another ${kind} already.`, {
    fix: 'Send the same content to hear of the first one, or take a new key for another one.',
  });
}
