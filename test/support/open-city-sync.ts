import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { listEmployees } from '../../demo/bkpsdmd/employees.ts';
import { deliverPayments } from '../../demo/bpkad/deliver.ts';
import { type City, startCity } from '../../demo/city.ts';
import { findMariadbd } from '../../demo/database/mariadb.ts';
import { systemClock } from '../../src/base/clock.ts';
import { createOpdCodes } from '../../src/city/index.ts';
import { type CompiledStream, loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import type { RunMode } from '../../src/ports/sync-control.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type KeyRing, openContent, openDatabase } from '../../src/store/index.ts';
import { type RunOutcome, runStream } from '../../src/sync/index.ts';
import { createTestDatabase } from './create-test-database.ts';

/** The simulated city and the streams of the real connector files, on a database of their own. */
export interface CitySync {
  readonly city: City;
  readonly streams: readonly CompiledStream[];
  run(stream: string, mode?: RunMode): Promise<RunOutcome>;
  /** The copies of a stream. */
  copies(stream: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Fields of rows that did not fit. */
  quarantine(stream: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

const OPDS = ['dpmptsp', 'diskominfo', 'disnaker', 'dinsos', 'bpkad', 'bkpsdmd', 'rsud', 'tirtamayang'];
const ring: KeyRing = { index: [newKey('i1')], data: [newKey('d1')] };
function newKey(id: string) {
  return { id, key: randomBytes(32) };
}

/** Starts them; the caller closes. MariaDB's systems stay down where the machine has none. */
export async function openCitySync(): Promise<CitySync> {
  const folder = await mkdtemp(join(tmpdir(), 'city-sync-'));
  const city = await startCity({ people: 300, postgresDatabase: `bkpsdmd_${randomUUID().replaceAll('-', '')}` });
  await city.databases.connectPostgres(inject('postgresUrl'));
  const mariadbd = findMariadbd();
  if (mariadbd) await city.databases.connectMariadb(join(folder, 'mariadb'), mariadbd);
  const payments = deliverPayments(join(folder, 'bpkad'), listEmployees(city.people, 1571), 1571);
  const database = await openDatabase(await createTestDatabase(), { maxConnections: 4 });
  await database.migrate();
  const connectors = loadConnectors(OPDS, {
    root: join(projectRoot, 'connectors'),
    sharedSdl: readSharedSdl(),
    settings: { ...city.settings, ...payments },
    links: { listLinksOf: async (niks) => niks.map(() => []) },
    opds: createOpdCodes(),
  });
  const streams = connectors.flatMap(({ systems }) => systems.flatMap((system) => system.streams));
  const getStream = (id: string): CompiledStream => {
    const found = streams.find((one) => one.id === id);
    if (!found) throw new Error(`no stream ${id}`);
    return found;
  };
  return {
    city,
    streams,
    run: (id, mode = 'changes') => runStream({ database, ring, clock: systemClock }, getStream(id), { mode }),
    copies: async (id) => {
      const { rows } = await database.pool.query<{ key: Buffer; content: Buffer; data_key_id: string | null }>(
        `select key, content, data_key_id from copies
          where stream = (select id from sync_streams where name = $1) and content is not null`,
        [id],
      );
      return rows.map(
        ({ key, content, data_key_id }) =>
          JSON.parse(openContent(id, key, content, data_key_id, ring)) as Record<string, unknown>,
      );
    },
    quarantine: async (id) => {
      const { rows } = await database.pool.query<{ field: string }>(
        'select field from quarantine where stream = (select id from sync_streams where name = $1) order by row',
        [id],
      );
      return rows.map(({ field }) => field);
    },
    close: async () => {
      for (const connector of connectors) await connector.close();
      await database.close();
      await city.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
