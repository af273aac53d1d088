import { type Clock, systemClock } from '../base/clock.ts';
import { formatJakartaDay, secondsToJakartaMidnight } from '../base/jakarta-time.ts';
import type { QuotaStore } from '../ports/quota-store.ts';
import { CallFailure } from './call-failure.ts';

/** Keeps the calls of a day within what a system's contract allows, over restarts and processes. */
export interface DailyQuota {
  /**
   * Takes one call; a job's only while more than the reserve is left, which is people's.
   * @throws CallFailure quota until midnight in Jakarta; unavailable when the calls cannot be counted.
   */
  take(isJob: boolean): void | Promise<void>;
  /** Calls left today as far as this process knows, or undefined before the first. */
  left(): number | undefined;
  /** Gives back what was booked and not used. */
  close(): Promise<void>;
}

export interface DailyQuotaOptions {
  /** What the calls are counted under, for example `disdukcapil/dukcapil`. */
  readonly source: string;
  readonly perDay: number;
  /** How many of them only people may use, not jobs. */
  readonly reserve: number;
  readonly store: QuotaStore;
  readonly clock?: Clock;
}

interface Lease {
  readonly day: string;
  /** Booked calls that are not made yet. */
  calls: number;
  /** Not booked by anybody yet, when last seen. */
  unbooked: number;
}

// Booked in blocks: a write for each call would cost more than many a call. What a crash loses is half a percent of a day
// at most.
const BLOCKS_A_DAY = 200;
const MAX_BLOCK = 200;

/** Creates the quota; nothing is booked before the first call. */
export function createDailyQuota(options: DailyQuotaOptions): DailyQuota {
  const { source, perDay, reserve, store, clock = systemClock } = options;
  const block = Math.max(1, Math.min(MAX_BLOCK, Math.floor(perDay / BLOCKS_A_DAY)));
  let lease: Lease | undefined;
  let booking: Promise<void> | undefined;
  const today = () => formatJakartaDay(clock.now());

  const book = async (): Promise<void> => {
    const day = today();
    try {
      const { booked, total } = await store.book(source, day, block, perDay);
      const kept = lease?.day === day ? lease.calls : 0;
      lease = { day, calls: kept + booked, unbooked: Math.max(0, perDay - total) };
    } catch (cause) {
      throw new CallFailure('unavailable', 'its daily quota cannot be counted now', { cause });
    }
  };
  /** False when a new block must be booked first. */
  const takeBooked = (isJob: boolean): boolean => {
    if (lease?.day !== today()) return false;
    if (lease.calls === 0) return false;
    if (isJob && lease.calls + lease.unbooked <= reserve)
      throw usedUp(clock, 'what is left of its daily quota is for people');
    lease.calls--;
    return true;
  };
  const takeAfterBooking = async (isJob: boolean): Promise<void> => {
    // Calls that came together may use a block up before it is this one's turn.
    for (;;) {
      if (takeBooked(isJob)) return;
      if (lease?.day === today() && lease.unbooked === 0) {
        throw usedUp(clock, 'its daily quota is used up');
      }
      booking ??= book().finally(() => {
        booking = undefined;
      });
      await booking;
    }
  };
  return {
    take: (isJob) => (takeBooked(isJob) ? undefined : takeAfterBooking(isJob)),
    left: () => (lease?.day === today() ? lease.calls + lease.unbooked : undefined),
    close: async () => {
      // What is being booked is given back too; that it failed, whoever waits for it is told.
      await booking?.catch(() => {});
      const unused = lease;
      lease = undefined;
      if (unused && unused.calls > 0) await store.giveBack(source, unused.day, unused.calls).catch(() => {});
    },
  };
}

function usedUp(clock: Clock, reason: string): CallFailure {
  return new CallFailure('quota', reason, { retryAfterSeconds: secondsToJakartaMidnight(clock.now()) });
}
