import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Employee, listEmployees } from '../../demo/bkpsdmd/employees.ts';
import { deliverPayments } from '../../demo/bpkad/deliver.ts';
import { startCity } from '../../demo/city.ts';
import { systemClock } from '../../src/base/clock.ts';
import { createOpdCodes } from '../../src/city/index.ts';
import { type MonthRunOptions, type MonthRunOutcome, runMonth } from '../../src/city/tpp/run-month.ts';
import { loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import { readAllowanceData } from '../../src/hub-allowances.ts';
import type { Allowances } from '../../src/ports/allowances.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createAllowanceStore, type Database, type KeyRing, openDatabase } from '../../src/store/index.ts';
import { runStream } from '../../src/sync/index.ts';
import { createTestDatabase } from './create-test-database.ts';

/** The employees of a simulated city, their copies, and the allowances that are computed from them. */
export interface OpenAllowances {
  readonly seed: number;
  readonly employees: readonly Employee[];
  readonly database: Database;
  readonly databaseUrl: string;
  readonly keys: KeyRing;
  readonly allowances: Allowances;
  run(month: string, options?: Partial<MonthRunOptions>): Promise<MonthRunOutcome | undefined>;
  close(): Promise<void>;
}

export const SEED = 1571;
/** All days of October have passed. */
const NOW_MS = Date.parse('2026-11-24T08:00:00+07:00');

/** Starts BKPSDMD and BPKAD of a city of so many people and copies what they have. */
export async function openAllowances(people: number): Promise<OpenAllowances> {
  const folder = await mkdtemp(join(tmpdir(), 'allowances-'));
  const city = await startCity({ people, postgresDatabase: `bkpsdmd_${randomUUID().replaceAll('-', '')}` });
  await city.databases.connectPostgres(inject('postgresUrl'));
  const employees = listEmployees(city.people, SEED);
  const payments = deliverPayments(join(folder, 'bpkad'), employees, SEED);
  const databaseUrl = await createTestDatabase();
  const database = await openDatabase(databaseUrl, { maxConnections: 4 });
  await database.migrate();
  const keys: KeyRing = { index: [newKey('i1')], data: [newKey('d1')] };
  const connectors = loadConnectors(['bkpsdmd', 'bpkad'], {
    root: join(projectRoot, 'connectors'),
    sharedSdl: readSharedSdl(),
    settings: { ...city.settings, ...payments },
    links: { listLinksOf: async (niks) => niks.map(() => []) },
    opds: createOpdCodes(),
  });
  for (const stream of connectors.flatMap(({ systems }) => systems.flatMap((system) => system.streams)))
    await runStream({ database, ring: keys, clock: systemClock }, stream, { mode: 'sweep' });
  const data = readAllowanceData();
  return {
    ...{ seed: SEED, employees, database, databaseUrl, keys, allowances: createAllowanceStore(database, keys) },
    run: (month, options) => runMonth({ database, keys, ...data }, month, { nowMs: NOW_MS, ...options }),
    close: async () => {
      for (const connector of connectors) await connector.close();
      await database.close();
      await city.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function newKey(id: string) {
  return { id, key: randomBytes(32) };
}
