import { describe, expect, it } from 'vitest';
import { createDailyQuota } from './daily-quota.ts';
import { createMemoryQuotaStore } from './memory-quota-store.ts';

const NOON = Date.UTC(2026, 10, 24, 5);
const HOUR_MS = 3_600_000;

function open(setup: { perDay: number; reserve?: number; store?: ReturnType<typeof createMemoryQuotaStore> }) {
  const clock = { nowMs: NOON, now: () => clock.nowMs };
  const { perDay, reserve = 0, store = createMemoryQuotaStore() } = setup;
  return { clock, store, quota: createDailyQuota({ source: 'dinas/izin/api', perDay, reserve, store, clock }) };
}

/** Whether each of so many calls, made at once, was let through. */
async function takeAll(quota: ReturnType<typeof open>['quota'], count: number, isJob = false): Promise<boolean[]> {
  const taken = Array.from({ length: count }, async () => quota.take(isJob));
  return (await Promise.allSettled(taken)).map(({ status }) => status === 'fulfilled');
}

const countTrue = (list: readonly boolean[]) => list.filter(Boolean).length;

describe('a daily quota', () => {
  it('lets exactly as many calls through as the day allows, also when they come at once', async () => {
    const { quota } = open({ perDay: 250 });
    expect(countTrue(await takeAll(quota, 300))).toBe(250);
    expect(quota.left()).toBe(0);
  });

  it('says when the next day begins in Jakarta', async () => {
    const { quota } = open({ perDay: 1 });
    await quota.take(false);
    await expect(async () => quota.take(false)).rejects.toMatchObject({ kind: 'quota', retryAfterSeconds: 12 * 3600 });
  });

  it('begins anew at midnight in Jakarta, not in UTC', async () => {
    const { quota, clock } = open({ perDay: 1 });
    await quota.take(false);
    clock.nowMs += 11 * HOUR_MS;
    expect(await takeAll(quota, 1)).toEqual([false]);
    clock.nowMs += HOUR_MS;
    expect(await takeAll(quota, 1)).toEqual([true]);
  });

  it('keeps the reserve for people', async () => {
    const { quota } = open({ perDay: 10, reserve: 4 });
    expect(countTrue(await takeAll(quota, 10, true))).toBe(6);
    expect(countTrue(await takeAll(quota, 10, false))).toBe(4);
  });

  it('goes on counting after a restart, and in a second process', async () => {
    const { quota, store } = open({ perDay: 100 });
    await takeAll(quota, 30);
    const second = open({ perDay: 100, store }).quota;
    await takeAll(second, 30);
    await quota.close();
    await second.close();
    expect(countTrue(await takeAll(open({ perDay: 100, store }).quota, 100))).toBe(40);
  });

  it('refuses calls that it cannot count', async () => {
    const broken = { book: () => Promise.reject(new Error('no database')), giveBack: async () => {} };
    const { quota } = open({ perDay: 100, store: broken });
    await expect(async () => quota.take(false)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('gives back a block that is being booked while it closes', async () => {
    const { quota, store } = open({ perDay: 1000 });
    const taken = quota.take(false);
    await quota.close();
    await taken;
    expect(await store.book('dinas/izin/api', '2026-11-24', 0, 1000)).toEqual({ booked: 0, total: 1 });
  });
});
