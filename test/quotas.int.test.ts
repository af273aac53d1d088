import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQuotaStore, type Database, openDatabase } from '../src/store/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';

let database: Database;

beforeAll(async () => {
  database = await openDatabase(await createTestDatabase(), { maxConnections: 10 });
  await database.migrate();
});

afterAll(() => database.close());

describe('the calls of a day', () => {
  it('are never booked beyond what the day allows, by however many hubs at once', async () => {
    const hubs = [createQuotaStore(database), createQuotaStore(database)];
    const bookings = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (hubs[index % 2] as (typeof hubs)[number]).book('disdukcapil/dukcapil/api', '2026-11-24', 7, 100),
      ),
    );
    expect(bookings.reduce((sum, { booked }) => sum + booked, 0)).toBe(100);
    expect(bookings.every(({ booked }) => booked >= 0)).toBe(true);
  });

  it('are counted for each source and day apart', async () => {
    const store = createQuotaStore(database);
    await store.book('a', '2026-11-24', 10, 10);
    expect(await store.book('a', '2026-11-25', 4, 10)).toEqual({ booked: 4, total: 4 });
    expect(await store.book('b', '2026-11-24', 4, 10)).toEqual({ booked: 4, total: 4 });
  });

  it('can be given back when they were not made', async () => {
    const store = createQuotaStore(database);
    await store.book('c', '2026-11-24', 10, 10);
    await store.giveBack('c', '2026-11-24', 3);
    expect(await store.book('c', '2026-11-24', 5, 10)).toEqual({ booked: 3, total: 10 });
  });

  it('stay booked when the contract is lowered during the day', async () => {
    const store = createQuotaStore(database);
    await store.book('d', '2026-11-24', 10, 10);
    expect(await store.book('d', '2026-11-24', 5, 8)).toEqual({ booked: 0, total: 10 });
  });
});
