import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { SubmissionState } from '../../ports/outbox.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashValue, type KeyRing, type SecretKey } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { asStep, sealPart } from './outbox-row.ts';
import { isUuid } from './outbox-store.ts';

/** A submission as operators see it: nothing of whose it is or what it says. */
export interface ListedSubmission {
  readonly id: string;
  readonly kind: string;
  readonly opd: string;
  readonly system: string;
  readonly state: SubmissionState;
  readonly acceptedAtMs: number;
  readonly attempts: number;
  readonly nextAtMs: number;
  /** Why it is not delivered yet, in the hub's words. */
  readonly problem: string | undefined;
}

/** What somebody who has looked into the OPD's system says of a submission. */
export type Resolution =
  | { readonly as: 'delivered'; readonly receipt: string | undefined }
  | { readonly as: 'sendAgain' }
  | { readonly as: 'rejected'; readonly reason: string };

/** How many submissions of a system stand where, and since when the oldest waits for its delivery. */
export interface OutboxCount {
  readonly opd: string;
  readonly system: string;
  readonly waiting: number;
  readonly needsAttention: number;
  readonly oldestWaitingAtMs: number | undefined;
}

export interface OutboxFilter {
  readonly opd?: string;
  readonly state?: SubmissionState;
}

/** What operators do with submissions. */
export interface OutboxDesk {
  /** Those that no OPD has yet, those that need attention first, then the oldest first; of one OPD or state where it is named. */
  listOpen(limit: number, only?: OutboxFilter): Promise<readonly ListedSubmission[]>;
  /**
   * Decides what no machine could.
   * @throws HubError NOT_FOUND for one that is decided, in a worker's hands, or another OPD's than the one that is named.
   */
  resolve(id: string, resolution: Resolution, opd?: string): Promise<void>;
  count(): Promise<readonly OutboxCount[]>;
  /** How many have been accepted since a moment. */
  countSince(sinceMs: number): Promise<number>;
}

const NOT_OVER = `state in ('accepted', 'delivering', 'needsAttention')`;
const LIST = `
  select id, kind, opd, system, state, accepted_at, attempts, next_at, problem from outbox where ${NOT_OVER}
    and ($2::text is null or opd = $2) and ($3::text is null or state = $3)
  order by state = 'needsAttention' desc, seq limit $1`;
const COUNT = `
  select opd, system, (count(*) filter (where state <> 'needsAttention'))::int as waiting,
    (count(*) filter (where state = 'needsAttention'))::int as attention, 
    min(accepted_at) filter (where state <> 'needsAttention') as oldest
  from outbox where ${NOT_OVER} group by opd, system order by opd, system`;
// By their numbers, which follow their times: only what came since is read.
const COUNT_SINCE = `
  select count(*)::int as accepted from outbox
  where seq > coalesce((select seq from outbox where accepted_at < $1 order by seq desc limit 1), 0)`;
// One whose answer is lost may be decided too, as long as no worker has it.
const IS_DECIDABLE = `id = $1 and ($3::text is null or opd = $3) and (state = 'needsAttention' or state = 'delivering' and is_begun)
  and (lease_until is null or lease_until <= $2)`;
const FORGET = `content_encrypted = null, content_key_id = null, known_encrypted = null, known_key_id = null,
  is_begun = false, problem = null`;
const DELIVERED = `
  update outbox set state = 'delivered', delivered_at = $2, steps = steps || $4::jsonb, receipt_encrypted = $5,
    receipt_key_id = $6, receipt_hash = $7, ${FORGET} where ${IS_DECIDABLE}`;
const REJECTED = `
  update outbox set state = 'rejected', steps = steps || $4::jsonb, reason_encrypted = $5, reason_key_id = $6, ${FORGET}
  where ${IS_DECIDABLE}`;
// As if it had never been sent: what looks the same in the system now is taken down anew.
const SEND_AGAIN = `
  update outbox set state = 'accepted', steps = steps || $4::jsonb, next_at = $2, is_begun = false, bad_answers = 0,
    known_encrypted = null, known_key_id = null, problem = null where ${IS_DECIDABLE}`;

interface ListedRow extends Omit<ListedSubmission, 'acceptedAtMs' | 'nextAtMs' | 'problem'>, Record<string, unknown> {
  readonly accepted_at: Date;
  readonly next_at: Date;
  readonly problem: string | null;
}

/**
 * Creates the operators' desk on the hub's database.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createOutboxDesk({ pool }: Database, keys: KeyRing, clock: Clock = systemClock): OutboxDesk {
  checkKeyRing(keys);
  const decide = (id: string, { as, ...said }: Resolution): readonly [string, readonly unknown[]] => {
    const at = (state: SubmissionState) => asStep(state, clock.now());
    if (as === 'sendAgain') return [SEND_AGAIN, [at('accepted')]];
    if ('reason' in said) return [REJECTED, [at('rejected'), ...sealPart('reason', id, said.reason, keys)]];
    const { receipt } = said as { readonly receipt: string | undefined };
    if (receipt === undefined) return [DELIVERED, [at('delivered'), null, null, null]];
    const hash = hashValue(receipt, 'outbox-receipt', keys.index[0] as SecretKey);
    return [DELIVERED, [at('delivered'), ...sealPart('receipt', id, receipt, keys), hash]];
  };
  return {
    listOpen: (limit, { opd = null, state = null } = {}) =>
      withStoreErrors(async () => (await pool.query<ListedRow>(LIST, [limit, opd, state])).rows.map(readListed)),
    resolve: (id, resolution, opd) =>
      withStoreErrors(async () => {
        const [text, values] = decide(id, resolution);
        const decided = isUuid(id)
          ? await pool.query(text, [id, new Date(clock.now()), opd ?? null, ...values])
          : undefined;
        if (decided?.rowCount !== 1) throw notToDecide();
      }),
    count: () =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<OutboxCount & { attention: number; oldest: Date | null }>(COUNT);
        return rows.map(({ opd, system, waiting, attention, oldest }) => ({
          ...{ opd, system, waiting, needsAttention: attention },
          oldestWaitingAtMs: oldest?.getTime(),
        }));
      }),
    countSince: (sinceMs) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<{ accepted: number }>(COUNT_SINCE, [new Date(sinceMs)]);
        return rows[0]?.accepted ?? 0;
      }),
  };
}

function readListed({ accepted_at: acceptedAt, next_at: nextAt, problem, ...row }: ListedRow): ListedSubmission {
  return { ...row, acceptedAtMs: acceptedAt.getTime(), nextAtMs: nextAt.getTime(), problem: problem ?? undefined };
}

function notToDecide(): HubError {
  return new HubError('NOT_FOUND', 'There is no such submission to be decided.', {
    fix: 'It is delivered or rejected, it is being sent now, or it was never sent: npm run hub -- outbox list',
  });
}
