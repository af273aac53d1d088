import type { QuotaStore } from '../ports/quota-store.ts';

/** Creates a quota store for a process without a database; it counts from zero at every start. */
export function createMemoryQuotaStore(): QuotaStore {
  const totals = new Map<string, number>();
  const keyOf = (source: string, day: string) => `${source} ${day}`;
  return {
    book: async (source, day, amount, perDay) => {
      const key = keyOf(source, day);
      const before = totals.get(key) ?? 0;
      const booked = Math.max(0, Math.min(amount, perDay - before));
      totals.set(key, before + booked);
      return { booked, total: before + booked };
    },
    giveBack: async (source, day, amount) => {
      const key = keyOf(source, day);
      totals.set(key, Math.max(0, (totals.get(key) ?? 0) - amount));
    },
  };
}
