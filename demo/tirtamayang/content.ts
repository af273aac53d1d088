import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseAccount, type DatabaseContent, fingerprintOf } from '../database/content.ts';
import type { Person } from '../people/person.ts';
import { type BillRow, listBills } from './bills.ts';
import { listConnections } from './connections.ts';
import { listOutages, writeCustomer } from './customers.ts';

/** The account that the water company gives to the hub: it may read three tables. */
export const TIRTAMAYANG_ACCOUNT: DatabaseAccount = { user: 'hub_baca', password: 'bukan-sandi-sungguhan' };
/** The account of the company's own cashier program. */
export const CASHIER: DatabaseAccount = { user: 'loket_web', password: 'loket123-bukan-sungguhan' };

/** The database of Perumda Tirta Mayang over these people. */
export function createTirtamayang(people: readonly Person[], seed: number): DatabaseContent {
  const customers = listConnections(people, seed).map((connection) => ({
    connection,
    row: writeCustomer(connection, seed),
  }));
  function* bills(): Generator<BillRow> {
    for (const { connection, row } of customers) yield* listBills(connection, row.gol_tarif, seed);
  }
  return {
    database: 'tirta',
    accounts: [TIRTAMAYANG_ACCOUNT, CASHIER],
    schema: readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'),
    tables: { pelanggan: customers.map(({ row }) => row), rekening: bills(), gangguan: listOutages(seed) },
    fingerprint: fingerprintOf(import.meta.dirname, people.length, seed),
  };
}
