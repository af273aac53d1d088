import type { BookedCalls, QuotaStore } from '../ports/quota-store.ts';
import type { Database } from './database.ts';
import { withStoreErrors } from './store-error.ts';

// The row's lock makes two hubs that book at once take turns.
const BOOK = `
  update daily_calls as calls
  set booked = least(before.booked + $3::int, greatest(before.booked, $4::int))
  from (select booked from daily_calls where source = $1 and day = $2 for update) as before
  where source = $1 and day = $2
  returning calls.booked as total, before.booked as before`;
const BEGIN_DAY = 'insert into daily_calls (source, day, booked) values ($1, $2, 0) on conflict do nothing';
const GIVE_BACK = 'update daily_calls set booked = greatest(booked - $3, 0) where source = $1 and day = $2';

/** Creates the quota store on the hub's database: counts hold over restarts and for all hubs together. */
export function createQuotaStore({ pool }: Database): QuotaStore {
  const book = async (...values: [string, string, number, number]): Promise<BookedCalls | undefined> => {
    const { rows } = await pool.query<{ total: number; before: number }>(BOOK, values);
    const [row] = rows;
    return row && { booked: row.total - row.before, total: row.total };
  };
  return {
    book: (source, day, amount, perDay) =>
      withStoreErrors(async () => {
        const booked = await book(source, day, amount, perDay);
        if (booked) return booked;
        await pool.query(BEGIN_DAY, [source, day]);
        return (await book(source, day, amount, perDay)) ?? { booked: 0, total: perDay };
      }),
    giveBack: (source, day, amount) =>
      withStoreErrors(async () => void (await pool.query(GIVE_BACK, [source, day, amount]))),
  };
}
