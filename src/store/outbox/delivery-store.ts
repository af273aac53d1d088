import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../../base/clock.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, hashValue, type KeyRing, type SecretKey } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { asStep, type HeldContent, type OutboxRow, openContent, openPart, sealPart } from './outbox-row.ts';
import { inTransaction } from './transaction.ts';

/** Something that waits to be sent, as whoever adds its job needs it. */
export interface WaitingSubmission {
  readonly id: string;
  readonly opd: string;
  readonly system: string;
  readonly kind: string;
  readonly attempts: number;
}

/** A submission in the hands of one worker. */
export interface Delivery extends WaitingSubmission, HeldContent {
  /** The worker's proof that it is his. */
  readonly leaseId: string;
  /** When the sending began of which it is not known whether it was taken; undefined when there is none. */
  readonly begunAtMs: number | undefined;
  /** The system's numbers of what looked the same before the first sending; undefined when nobody has looked. */
  readonly known: readonly string[] | undefined;
  readonly badAnswers: number;
}

export type Claim =
  | { readonly state: 'claimed'; readonly delivery: Delivery }
  /** It is not its time, or another worker has it. */
  | { readonly state: 'early'; readonly untilMs: number }
  /** An older one of the same citizen comes first; whoever brings that one wakes this one. */
  | { readonly state: 'behind' }
  /** There is nothing to send. */
  | { readonly state: 'over' };

export interface Postponement {
  readonly nextAtMs: number;
  /** Nothing personal. */
  readonly problem: string;
  /** Whether it is known that nothing was done. */
  readonly isUndone: boolean;
  readonly isBadAnswer: boolean;
}

/** What workers do with rows of the outbox; each row is in one worker's hands at a time, for a bounded time. */
export interface DeliveryStore {
  claim(id: string, leaseMs: number): Promise<Claim>;
  /** Commits that it is being sent now; false when it is not this worker's any more, and then it must not be. */
  begin(delivery: Delivery, known: readonly string[] | undefined, leaseMs: number): Promise<boolean>;
  /** Whoever hears that it was taken says so, whether or not it is still his. */
  markDelivered(delivery: Delivery, receipt: string | undefined): Promise<void>;
  markRejected(delivery: Delivery, reason: string | undefined): Promise<void>;
  askPerson(delivery: Delivery, problem: string): Promise<void>;
  postpone(delivery: Delivery, how: Postponement): Promise<void>;
  /** The next one of the same citizen and system. */
  findNext(delivery: Delivery): Promise<WaitingSubmission | undefined>;
  /** Those of these numbers that belong to other submissions. */
  listTaken(delivery: Delivery, receipts: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these kinds whose time has come and that nobody has, the longest due first. */
  listDue(kinds: readonly string[], limit: number): Promise<readonly WaitingSubmission[]>;
}

const OPEN = `state in ('accepted', 'delivering')`;
const TAKE = 'select * from outbox where id = $1 for update skip locked';
const IS_BEHIND = `
  select from outbox as older, outbox as this
  where this.id = $1 and older.subject_hash = any($2) and older.opd = this.opd and older.system = this.system
    and older.${OPEN} and older.seq < this.seq limit 1`;
const CLAIM = `
  update outbox set lease_id = $2, lease_until = $3, attempts = attempts + 1, state = 'delivering',
    steps = case state when 'delivering' then steps else steps || $4::jsonb end
  where id = $1`;
const BEGIN = `
  update outbox set is_begun = true, begun_at = $3, lease_until = $4,
    known_encrypted = coalesce($5, known_encrypted), known_key_id = coalesce($6, known_key_id)
  where id = $1 and lease_id = $2 and lease_until > $3 and state = 'delivering'`;
const FORGET = `content_encrypted = null, content_key_id = null, known_encrypted = null, known_key_id = null,
  is_begun = false, lease_id = null, lease_until = null, problem = null`;
const DELIVER = `
  update outbox set state = 'delivered', delivered_at = $2, steps = steps || $3::jsonb, receipt_encrypted = $4,
    receipt_key_id = $5, receipt_hash = $6, ${FORGET}
  where id = $1 and state not in ('delivered', 'rejected')`;
const REJECT = `
  update outbox set state = 'rejected', steps = steps || $3::jsonb, reason_encrypted = $4, reason_key_id = $5, ${FORGET}
  where id = $1 and lease_id = $2 and state = 'delivering'`;
const ASK_PERSON = `
  update outbox set state = 'needsAttention', steps = steps || $3::jsonb, problem = $4, lease_id = null, lease_until = null
  where id = $1 and lease_id = $2 and state = 'delivering'`;
const POSTPONE = `
  update outbox set next_at = $3, problem = $4, is_begun = is_begun and not $5, bad_answers = bad_answers + $6,
    lease_id = null, lease_until = null
  where id = $1 and lease_id = $2 and state = 'delivering'`;
const FIND_NEXT = `
  select id, opd, system, kind, attempts from outbox
  where subject_hash = any($1) and opd = $2 and system = $3 and ${OPEN} order by seq limit 1`;
const LIST_TAKEN = 'select receipt_hash from outbox where opd = $1 and system = $2 and receipt_hash = any($3)';
const LIST_DUE = `
  select id, opd, system, kind, attempts from outbox
  where ${OPEN} and kind = any($3) and next_at <= $1 and (lease_until is null or lease_until <= $1)
    and not exists (select from outbox as older where older.subject_hash = outbox.subject_hash
      and older.opd = outbox.opd and older.system = outbox.system and older.${OPEN} and older.seq < outbox.seq)
  order by next_at limit $2`;

/**
 * Creates what workers use of the outbox.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createDeliveryStore({ pool }: Database, keys: KeyRing, clock: Clock = systemClock): DeliveryStore {
  checkKeyRing(keys);
  const hashesOf = (nik: string) => keys.index.map((key) => hashSubject(nik, key));
  const hashReceipt = (receipt: string, key: SecretKey) => hashValue(receipt, 'outbox-receipt', key);
  const run = <Row extends Record<string, unknown>>(text: string, values: unknown[]) =>
    withStoreErrors(() => pool.query<Row>(text, values));
  return {
    claim: (id, leaseMs) =>
      inTransaction(pool, async (client) => {
        const nowMs = clock.now();
        const [row] = (await client.query<OutboxRow>(TAKE, [id])).rows;
        // Whoever has the row locked now is about to have it in his hands.
        if (!row) return { state: 'early', untilMs: nowMs + leaseMs };
        const held = openContent(row, keys);
        if (!held || (row.state !== 'accepted' && row.state !== 'delivering')) return { state: 'over' };
        const untilMs = Math.max(row.next_at.getTime(), row.lease_until?.getTime() ?? 0);
        if (untilMs > nowMs) return { state: 'early', untilMs };
        const older = await client.query(IS_BEHIND, [id, hashesOf(held.nik)]);
        if (older.rowCount) return { state: 'behind' };
        const leaseId = randomUUID();
        await client.query(CLAIM, [id, leaseId, new Date(nowMs + leaseMs), asStep('delivering', nowMs)]);
        return { state: 'claimed', delivery: readDelivery(row, held, leaseId, keys) };
      }),
    begin: async ({ id, leaseId }, known, leaseMs) => {
      const nowMs = clock.now();
      const sealed = known ? sealPart('known', id, JSON.stringify(known), keys) : [null, null];
      const values = [id, leaseId, new Date(nowMs), new Date(nowMs + leaseMs), ...sealed];
      return (await run(BEGIN, values)).rowCount === 1;
    },
    markDelivered: async ({ id }, receipt) => {
      const sealed = receipt === undefined ? [null, null] : sealPart('receipt', id, receipt, keys);
      const hash = receipt === undefined ? null : hashReceipt(receipt, keys.index[0] as SecretKey);
      await run(DELIVER, [id, new Date(clock.now()), asStep('delivered', clock.now()), ...sealed, hash]);
    },
    markRejected: async ({ id, leaseId }, reason) => {
      const sealed = reason === undefined ? [null, null] : sealPart('reason', id, reason, keys);
      await run(REJECT, [id, leaseId, asStep('rejected', clock.now()), ...sealed]);
    },
    askPerson: async ({ id, leaseId }, problem) =>
      void (await run(ASK_PERSON, [id, leaseId, asStep('needsAttention', clock.now()), problem])),
    postpone: async ({ id, leaseId }, { nextAtMs, problem, isUndone, isBadAnswer }) =>
      void (await run(POSTPONE, [id, leaseId, new Date(nextAtMs), problem, isUndone, isBadAnswer ? 1 : 0])),
    findNext: async ({ nik, opd, system }) =>
      (await run<WaitingSubmission & Record<string, unknown>>(FIND_NEXT, [hashesOf(nik), opd, system])).rows[0],
    listTaken: async ({ opd, system }, receipts) => {
      const hashed = receipts.flatMap((one) => keys.index.map((key) => [one, hashReceipt(one, key)] as const));
      const { rows } = await run<{ receipt_hash: Buffer }>(LIST_TAKEN, [opd, system, hashed.map(([, hash]) => hash)]);
      const isTaken = (hash: Buffer) => rows.some((row) => row.receipt_hash.equals(hash));
      return new Set(hashed.filter(([, hash]) => isTaken(hash)).map(([receipt]) => receipt));
    },
    listDue: async (kinds, limit) =>
      (await run<WaitingSubmission & Record<string, unknown>>(LIST_DUE, [new Date(clock.now()), limit, kinds])).rows,
  };
}

function readDelivery(row: OutboxRow, held: HeldContent, leaseId: string, keys: KeyRing): Delivery {
  const { id, opd, system, kind, attempts, is_begun: isBegun, begun_at: begunAt, bad_answers: badAnswers } = row;
  const known = openPart('known', row, keys);
  return {
    ...{ id, opd, system, kind, ...held, leaseId, badAnswers },
    attempts: attempts + 1,
    begunAtMs: isBegun ? begunAt?.getTime() : undefined,
    known: known === undefined ? undefined : (JSON.parse(known) as string[]),
  };
}
