import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { type CompiledStream, type Connector, loadConnectors } from '../../src/connector/index.ts';
import { readSharedSdl } from '../../src/hub.ts';
import type { RunMode } from '../../src/ports/sync-control.ts';
import { createCopyReader, type Database, type KeyRing, openContent, openDatabase } from '../../src/store/index.ts';
import { type RunOptions, type RunOutcome, runStream } from '../../src/sync/index.ts';
import { createTestDatabase } from './create-test-database.ts';
import type { ListRow } from './list-source/row.ts';
import {
  type ListConnectorOptions,
  type ListPlaces,
  listSettings,
  writeListConnector,
} from './list-source/write-list-connector.ts';

/** The sync of one list, in this process, on a database of its own. */
export interface OpenSync {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly ring: KeyRing;
  readonly stream: CompiledStream;
  readonly connector: Connector;
  /** The folder of connectors. */
  readonly root: string;
  run(mode?: RunMode, options?: Omit<RunOptions, 'mode'>): Promise<RunOutcome>;
  /** Writes the connector file anew, as after an edit. */
  rewrite(options: Partial<ListConnectorOptions>): Promise<void>;
  /** Every copy with its fields, by id. */
  copies(): Promise<Map<string, Record<string, unknown>>>;
  /** As an operator who has looked. */
  resume(): Promise<void>;
  quarantine(): Promise<readonly Record<string, unknown>[]>;
  stateOf(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const newKey = (id: string) => ({ id, key: randomBytes(32) });

export async function openSync(
  places: ListPlaces,
  connectorOptions: ListConnectorOptions,
  ring: KeyRing = { index: [newKey('i1')], data: [newKey('d1')] },
  url?: string,
): Promise<OpenSync> {
  const root = await mkdtemp(join(tmpdir(), 'sync-'));
  const databaseUrl = url ?? (await createTestDatabase());
  const database = await openDatabase(databaseUrl, { maxConnections: 4 });
  await database.migrate();
  let options = connectorOptions;
  const load = (): Connector => {
    writeListConnector(root, { ...options, sync: options.sync ?? {} });
    const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
    const copies = createCopyReader(database, ring);
    const loaded = loadConnectors(['dinas'], {
      root,
      sharedSdl: readSharedSdl(),
      settings: listSettings(places),
      links,
      copies,
    });
    return loaded[0] as Connector;
  };
  let connector = load();
  const streamOf = () => connector.systems[0]?.streams[0] as CompiledStream;
  const query = async <Row>(text: string) => (await database.pool.query(text)).rows as Row[];
  return {
    database,
    databaseUrl,
    ring,
    root,
    get stream() {
      return streamOf();
    },
    get connector() {
      return connector;
    },
    run: (mode = 'changes', more = {}) =>
      runStream({ database, ring, clock: systemClock }, streamOf(), { mode, ...more }),
    rewrite: async (changed) => {
      await connector.close();
      options = { ...options, ...changed };
      connector = load();
    },
    copies: async () => {
      const rows = await query<{ key: Buffer; content: Buffer; data_key_id: string | null }>(
        'select key, content, data_key_id from copies where content is not null',
      );
      const records = rows.map(
        ({ key, content, data_key_id }) =>
          JSON.parse(openContent(streamOf().id, key, content, data_key_id, ring)) as Record<string, unknown>,
      );
      return new Map(records.map((record) => [String(record.id), record]));
    },
    resume: async () => void (await database.pool.query("update sync_streams set state = 'idle', reason = null")),
    quarantine: () => query('select * from quarantine order by row'),
    stateOf: async () => (await query<Record<string, unknown>>('select * from sync_streams'))[0] ?? {},
    close: async () => {
      await connector.close();
      await database.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** What copies a source must have led to: each good row, as the connector file maps it. */
export function expectedOf(rows: readonly ListRow[], isPersonal: boolean): Map<string, Record<string, unknown>> {
  return new Map(rows.map((row) => [String(row.id), asRecord(row, isPersonal)]));
}

const STATUS: Readonly<Record<string, string>> = { 0: 'SUBMITTED', 1: 'VERIFIED', 2: 'IN_PROCESS', 3: 'DONE' };

function asRecord(row: ListRow, isPersonal: boolean): Record<string, unknown> {
  const day = (value: unknown) => (value ? String(value).split('/').reverse().join('-') : null);
  return {
    id: row.id,
    [isPersonal ? 'name' : 'title']: row.nama,
    [isPersonal ? 'phone' : 'reference']: row.telepon,
    service: row.layanan,
    status: STATUS[String(row.sts)] ?? null,
    submittedOn: day(row.tgl_masuk),
    issuedOn: day(row.tgl_terbit),
    fee: Number(String(row.biaya).replace(/\D/g, '')),
    place: row.lokasi,
    count: Number(row.jumlah),
    note: row.keterangan,
    changedAt: `${String(row.tgl_ubah).replace(' ', 'T')}+07:00`,
  };
}
