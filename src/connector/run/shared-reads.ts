import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';
import { createUnderWay } from '../../base/under-way.ts';
import { type CallArguments, findAnswerTime } from '../../protocols/protocol.ts';

/** An answer of a legacy system and when it was given. */
export interface TimedAnswer {
  readonly answer: unknown;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** False for what the system gave some time ago. */
  readonly isLive: boolean;
}

export interface SharedReads {
  ask(args: CallArguments, owner: string | undefined): Promise<TimedAnswer>;
  /** Forgets the answers that are kept for one person. */
  purge(owner: string): void;
}

/** How long answers may be used again, as a connector file says it. */
export interface CacheSpec {
  readonly seconds: number;
  /** `owner` (default): only for records of the same person. `everyone`: the answer does not depend on who asks. */
  readonly for?: 'owner' | 'everyone';
}

interface Kept {
  readonly fresh: TimedAnswer;
  readonly untilMs: number;
  /** Empty for what is kept for everyone. */
  readonly whose: string;
}

// One citizen's answers are a few kB each; the few that are a whole table are asked for with few different arguments.
const MAX_ANSWERS = 500;

/**
 * Makes reads with the same arguments that are under way at once, by whomever, only once, and answers out of the last
 * answer while it is fresh; one that `check` throws at is not kept, or a moment's fault would last as long. What each
 * caller may see of an answer is decided when it is mapped for him; keys are hashes.
 */
export function createSharedReads(
  ask: (args: CallArguments) => Promise<unknown>,
  clock: Clock,
  cache: CacheSpec | undefined,
  check: (answer: unknown) => void,
): SharedReads {
  const underWay = createUnderWay<TimedAnswer>();
  const time = (answer: unknown): TimedAnswer => {
    const givenAtMs = findAnswerTime(answer);
    return { answer, atMs: givenAtMs ?? clock.now(), isLive: givenAtMs === undefined };
  };
  const share = (args: CallArguments): Promise<TimedAnswer> =>
    underWay.join(JSON.stringify(args), () => ask(args).then(time));
  if (!cache) return { ask: share, purge: () => {} };
  const kept = new LRUCache<string, Kept>({ max: MAX_ANSWERS });
  const lastsMs = cache.seconds * 1000;
  const askKept: SharedReads['ask'] = async (args, owner) => {
    const whose = cache.for === 'everyone' ? '' : (owner ?? '');
    const key = hash('sha256', `${whose}|${JSON.stringify(args)}`, 'base64');
    const known = kept.get(key);
    if (known && clock.now() < known.untilMs) return known.fresh;
    const fresh = await share(args);
    check(fresh.answer);
    kept.set(key, { fresh, untilMs: clock.now() + lastsMs, whose });
    return fresh;
  };
  const purge = (owner: string): void => {
    for (const [key, { whose }] of kept.entries()) if (whose === owner) kept.delete(key);
  };
  return { ask: askKept, purge };
}
