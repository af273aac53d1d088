import type { Clock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { CompiledSubmission, SubmissionTrace } from '../../connector/index.ts';
import type { AttachmentStore } from '../../ports/attachment-store.ts';
import type { Delivery, DeliveryStore } from '../../store/index.ts';
import { decideDelayMs } from './back-off.ts';

/** What is to become of a submission after an attempt. */
export type Decision =
  | { readonly state: 'delivered'; readonly receipt: string | undefined }
  | { readonly state: 'rejected'; readonly reason: string | undefined }
  | { readonly state: 'needsAttention'; readonly problem: string }
  | {
      readonly state: 'later';
      readonly nextAtMs: number;
      readonly problem: string;
      readonly isUndone: boolean;
      readonly isBadAnswer: boolean;
    }
  /** It is in another worker's hands by now. */
  | { readonly state: 'lost' };

export interface AttemptParts {
  readonly store: Pick<DeliveryStore, 'begin' | 'listTaken'>;
  readonly submission: CompiledSubmission;
  /** Where what came with it lies; a hub without attachments has none. */
  readonly attachments?: Pick<AttachmentStore, 'readOf'> | undefined;
  readonly leaseMs: number;
  readonly clock: Clock;
  readonly random: () => number;
}

/** So soon after a lost answer is looked for it the first time. */
const LOOK_AFTER_MS = 2_000;
/** An answer that the contract does not know comes again and again when system and connector file no longer fit. */
const MAX_BAD_ANSWERS = 5;

const LOST_ANSWER = 'Whether it was taken is not known, and the system cannot be asked: look there, then resolve it.';

/**
 * Makes one attempt at a submission. Nothing is sent while an earlier sending may have been taken: a system that
 * recognises what it had is sent it again, one that can be looked into is looked into first, and else a person decides.
 */
export async function attempt(delivery: Delivery, parts: AttemptParts): Promise<Decision> {
  const { submission, clock } = parts;
  const { trace, isIdempotent } = submission;
  if (!trace) {
    const isOpen = delivery.begunAtMs !== undefined && !isIdempotent;
    return isOpen ? { state: 'needsAttention', problem: LOST_ANSWER } : send(delivery, undefined, parts);
  }
  const looked = await look(trace, delivery, parts);
  if ('state' in looked) return looked;
  const { known, begunAtMs } = delivery;
  // What was there before a sending that is under way can no longer be told apart from it.
  if (known === undefined && begunAtMs !== undefined) return { state: 'needsAttention', problem: LOST_ANSWER };
  if (known === undefined) return send(delivery, looked.all, parts);
  // Whatever is new since before the first sending is this one, even where a later sending is known to have failed.
  const [receipt] = looked.fresh;
  if (receipt !== undefined) return { state: 'delivered', receipt };
  const settledAtMs = begunAtMs === undefined ? 0 : begunAtMs + trace.settleMs;
  if (clock.now() >= settledAtMs) return send(delivery, undefined, parts);
  return later(settledAtMs, 'Its answer was lost; it is not in the system yet.');
}

/** Sends it, once it is committed that it is being sent. */
async function send(delivery: Delivery, known: readonly string[] | undefined, parts: AttemptParts): Promise<Decision> {
  const { store, submission, leaseMs, clock } = parts;
  if (delivery.badAnswers >= MAX_BAD_ANSWERS)
    return { state: 'needsAttention', problem: `${MAX_BAD_ANSWERS} answers that its contract does not know.` };
  const files = await readFiles(delivery, parts);
  if ('state' in files) return files;
  const startedMs = performance.now();
  if (!(await store.begin(delivery, known, leaseMs))) return { state: 'lost' };
  // A process that stood still meanwhile would send what another one may have in its hands by now.
  if (performance.now() - startedMs > leaseMs / 2)
    return later(clock.now(), 'The hub stood still.', { isUndone: true });
  try {
    const outcome = await submission.send(delivery.id, delivery.content, files);
    if (outcome.state === 'accepted') return { state: 'delivered', receipt: outcome.receipt };
    if (outcome.state === 'refused') return { state: 'rejected', reason: outcome.reason };
    if (outcome.state === 'undone') return undone(delivery, outcome.error, parts);
    return unknown(delivery, outcome.error, parts);
  } catch (error) {
    // A value that can never be sent: it is the same the next time.
    if (error instanceof HubError && !error.retryable) return { state: 'needsAttention', problem: describe(error) };
    throw error;
  }
}

/** Before the sending begins: what is missing then has been lost here, and nobody else's system can be to blame. */
async function readFiles({ id }: Delivery, { submission, attachments }: AttemptParts): Promise<Buffer[] | Decision> {
  if (!submission.attachments || !attachments) return [];
  try {
    return (await attachments.readOf(id, submission.attachments.jpegBytes)).map(({ content }) => content);
  } catch (error) {
    if (error instanceof HubError && !error.retryable) return { state: 'needsAttention', problem: describe(error) };
    throw error;
  }
}

function unknown(delivery: Delivery, error: HubError, { submission, clock, random }: AttemptParts): Decision {
  const { trace, isIdempotent } = submission;
  if (!trace && !isIdempotent) return { state: 'needsAttention', problem: `${describe(error)} ${LOST_ANSWER}` };
  const delayMs = trace ? LOOK_AFTER_MS : decideDelayMs(delivery.attempts, random());
  return later(clock.now() + delayMs, describe(error), { isBadAnswer: error.code === 'OPD_BAD_ANSWER' });
}

function undone(delivery: Delivery, error: HubError, { clock, random }: AttemptParts): Decision {
  const delayMs = decideDelayMs(delivery.attempts, random(), error.retryAfterSeconds);
  return later(clock.now() + delayMs, describe(error), { isUndone: true });
}

interface Looked {
  /** The system's numbers of everything that looks like it. */
  readonly all: readonly string[];
  /** Those that were not there before it was first sent and belong to no other submission. */
  readonly fresh: readonly string[];
}

/** Looks for it in the system; where that cannot be done, it can be neither sent nor given up. */
async function look(trace: SubmissionTrace, delivery: Delivery, parts: AttemptParts): Promise<Looked | Decision> {
  const { store, clock, random } = parts;
  const { id, nik, content, known = [], begunAtMs, attempts } = delivery;
  try {
    const all = await trace.look(id, nik, content);
    const unseen = all.filter((receipt) => !known.includes(receipt));
    const taken = unseen.length > 0 ? await store.listTaken(delivery, unseen) : new Set();
    return { all, fresh: unseen.filter((receipt) => !taken.has(receipt)) };
  } catch (error) {
    if (!(error instanceof HubError) || !error.code.startsWith('OPD_')) throw error;
    const delayMs = decideDelayMs(attempts, random(), error.retryAfterSeconds);
    return later(clock.now() + delayMs, describe(error), { isUndone: begunAtMs === undefined });
  }
}

function later(
  nextAtMs: number,
  problem: string,
  { isUndone = false, isBadAnswer = false }: { isUndone?: boolean; isBadAnswer?: boolean } = {},
): Decision {
  return { state: 'later', nextAtMs, problem, isUndone, isBadAnswer };
}

const describe = ({ code, message }: HubError): string => `${code}: ${message}`;
