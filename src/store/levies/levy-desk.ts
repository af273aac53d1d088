import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaDay } from '../../base/jakarta-time.ts';
import type { LevyDesk, LevyState, NewLevyReport } from '../../ports/levy-desk.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../outbox/transaction.ts';
import { checkKeyRing, hashValue, type KeyRing, type SecretKey } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { makeAnswerKey, openAnswer, sealAnswer } from './answer-seal.ts';
import { createBudget } from './budget.ts';
import type { InspektoratSeal } from './inspektorat-seal.ts';
import { LEVY_COLUMNS, type LevyRow, readSealed } from './levy-row.ts';
import { hashReceipt, makeReceipt, readReceipt } from './receipt.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Of all together: more than a city reports, too few to drown Inspektorat or the disk. */
const MAX_REPORTS_AN_HOUR = 200;
/** Nobody guesses 89 bits; this keeps those who try from costing anything. */
const MAX_WRONG_A_MINUTE = 30;

const FIND_BY_KEY = `select ${LEVY_COLUMNS} from levy_reports where key_hash = any($1)`;
const ADD = `
  insert into levy_reports (id, kind, opd, service, day, received_on, state, steps, key_hash, receipt_hash, answer_key, content)
  values ($1, $2, $3, $4, $5, $6, 'received', $7, $8, $9, $10, $11)`;
const CLAIM = `
  update levy_photos set report_id = $1, place = $2, unused_since = null where id = $3 and unused_since >= $4`;
const FIND = `select ${LEVY_COLUMNS} from levy_reports where receipt_hash = $1`;
const LIST = `
  select ${LEVY_COLUMNS} from levy_reports
  where ($1::text is null or state = $1)
    and ($2::uuid is null or (received_on, id) > (select received_on, id from levy_reports where id = $2))
  order by levy_reports.received_on, id limit $3`;
const FIND_PHOTO = 'select content from levy_photos where id = $1 and report_id is not null';
const LOCK = `select ${LEVY_COLUMNS} from levy_reports where id = $1 for update`;
const MOVE = 'update levy_reports set state = $2, steps = $3, answer = $4 where id = $1';

const ORDER: readonly LevyState[] = ['received', 'inReview', 'forwarded', 'closed'];

export interface LevyDeskOptions {
  readonly seal: InspektoratSeal;
  readonly clock: Clock;
}

/**
 * Creates the desk of reports of illegal levies. A report's words, its reporter and its photos are sealed to Inspektorat before
 * they touch the database; its receipt is kept as a hash, and the answer is sealed to the receipt.
 */
export function createLevyDesk({ pool }: Database, keys: KeyRing, { seal, clock }: LevyDeskOptions): LevyDesk {
  checkKeyRing(keys);
  const accepted = createBudget(MAX_REPORTS_AN_HOUR, HOUR_MS, clock);
  const wrong = createBudget(MAX_WRONG_A_MINUTE, MINUTE_MS, clock);
  const rowsOf = (text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query<LevyRow>(text, values)).rows);
  return {
    report: async (report) => {
      const content = await seal(Buffer.from(JSON.stringify(describe(report))));
      return inTransaction(pool, async (client) => {
        const known = await findReceipt(client, report, keys);
        if (known) return known;
        accepted.spend();
        return add(client, report, { content, key: keys.index[0] as SecretKey, nowMs: clock.now() });
      });
    },
    follow: async (text) => {
      const letters = readReceipt(text);
      if (!letters) return undefined;
      wrong.check();
      const [row] = await rowsOf(FIND, [hashReceipt(letters)]);
      if (!row) {
        wrong.spend();
        return undefined;
      }
      const { opd, service, state, steps, answer } = row;
      const opened = answer === null ? undefined : await openAnswer(answer, letters);
      return { opd, service: service ?? undefined, state, steps, answer: opened };
    },
    list: async ({ state, limit, after }) => {
      if (after !== undefined && !isUuid(after)) return [];
      return (await rowsOf(LIST, [state ?? null, after ?? null, limit])).map(readSealed);
    },
    findPhoto: async (id) => {
      const [row] = isUuid(id) ? await rowsOf(FIND_PHOTO, [id]) : [];
      return row?.content;
    },
    answer: async (id, state, answer) => (isUuid(id) ? moveOn(pool, id, state, answer, clock.now()) : undefined),
  };
}

/** What is sealed: the reporter's words with what stands in the clear, so that Inspektorat sees whether that was changed. */
function describe({ kind, opd, service, day, content }: NewLevyReport) {
  return { kind, opd, service, day, ...content };
}

/** The receipt of the same report under the same key. @throws HubError IDEMPOTENCY_KEY_REUSED for another report under it */
async function findReceipt(client: PoolClient, report: NewLevyReport, keys: KeyRing): Promise<string | undefined> {
  const hashes = keys.index.map((key) => hashKey(report.idempotencyKey, key));
  await client.query(`select pg_advisory_xact_lock(hashtextextended('levy ' || $1, 0))`, [
    hashes.at(-1)?.toString('hex'),
  ]);
  const [row] = (await client.query<LevyRow>(FIND_BY_KEY, [hashes])).rows;
  if (!row) return undefined;
  const receipts = keys.index.map((key) => receiptOf(report, key));
  const same = receipts.find((receipt) => hashOf(receipt).equals(row.receipt_hash));
  if (same) return same;
  throw new HubError('IDEMPOTENCY_KEY_REUSED', 'This key was used for another report.', {
    fix: 'Make a new key for each report.',
  });
}

async function add(
  client: PoolClient,
  report: NewLevyReport,
  { content, key, nowMs }: { readonly content: string; readonly key: SecretKey; readonly nowMs: number },
): Promise<string> {
  const { kind, opd, service = null, day, photos, idempotencyKey } = report;
  const [id, receipt, today] = [randomUUID(), receiptOf(report, key), formatJakartaDay(nowMs)];
  const steps = JSON.stringify([{ state: 'received', day: today }]);
  const answerKey = makeAnswerKey(readReceipt(receipt) ?? '');
  const hashes = [hashKey(idempotencyKey, key), hashOf(receipt)];
  await client.query(ADD, [id, kind, opd, service, day, today, steps, ...hashes, answerKey, content]);
  for (const [place, photo] of photos.entries()) {
    const isThere =
      isUuid(photo) && (await client.query(CLAIM, [id, place, photo, new Date(nowMs - HOUR_MS)])).rowCount;
    if (!isThere)
      throw new HubError('BAD_USER_INPUT', 'A photo is not there any more, or belongs to another report.', {
        fix: 'Send the photo again; it waits for an hour.',
      });
  }
  return receipt;
}

function moveOn(pool: Database['pool'], id: string, state: LevyState, answer: string | undefined, nowMs: number) {
  return inTransaction(pool, async (client) => {
    const [row] = (await client.query<LevyRow>(LOCK, [id])).rows;
    if (!row) return undefined;
    if (ORDER.indexOf(state) < ORDER.indexOf(row.state) || row.state === 'closed')
      throw new HubError('BAD_USER_INPUT', 'A report moves on and never back, and is closed once.');
    if (state === 'closed' && answer === undefined && row.answer === null)
      throw new HubError('BAD_USER_INPUT', 'A report is closed with an answer to whoever made it.');
    const sealed = answer === undefined ? row.answer : await sealAnswer(answer, row.answer_key);
    const steps = state === row.state ? row.steps : [...row.steps, { state, day: formatJakartaDay(nowMs) }];
    await client.query(MOVE, [id, state, JSON.stringify(steps), sealed]);
    return readSealed({ ...row, state });
  });
}

/** Of what the reporter said: the catalogue's fee may change while he tries again. */
function receiptOf(report: NewLevyReport, key: SecretKey): string {
  const said = { ...describe(report), officialFee: undefined, photos: report.photos };
  return makeReceipt(report.idempotencyKey, JSON.stringify(said), key);
}

function hashOf(receipt: string): Buffer {
  return hashReceipt(readReceipt(receipt) ?? '');
}

function hashKey(idempotencyKey: string, key: SecretKey): Buffer {
  return hashValue(idempotencyKey, 'levy key', key);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
