import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { createEd25519Text } from '../../src/base/ed25519-key.ts';
import { createLog } from '../../src/base/log.ts';
import { OWNER } from '../../src/base/owner.ts';
import { readConfig } from '../../src/config/index.ts';
import { loadConnectors, RequestSession } from '../../src/connector/index.ts';
import { createHub, type Hub, readSharedSdl } from '../../src/hub.ts';
import { readSigningKey } from '../../src/identity/index.ts';
import { openHubStores } from '../../src/open-hub-stores.ts';
import { type Database, type KeyRing, openDatabase } from '../../src/store/index.ts';
import { createMemoryJobs } from '../../src/sync/testing/memory-jobs.ts';
import { createTestDatabase } from './create-test-database.ts';

export const SITI = '1571991007900001';
export const BUDI = '1571991107900002';

/** A hub with one OPD, whose system pushes its letters. */
export interface PushedHub {
  readonly url: string;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly keys: KeyRing;
  nowMs(): number;
  /** A citizen's letters, as the OPD's connector answers them. */
  askForLetters(nik: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Works through the jobs that deliveries have asked for. */
  workOnJobs(): Promise<void>;
  /** A citizen's letters in the hub's copies. */
  copiesOf(nik: string): Promise<readonly Readonly<Record<string, unknown>>[] | undefined>;
  /** Starts it anew on the same database, with other keys. */
  restart(keys: KeyRing): Promise<void>;
  stop(): Promise<void>;
}

const SDL = `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal") @policy(policies: [["owner"]])
  letters: [Letter!] @tag(name: "personal") @policy(policies: [["owner"]])
  live: [Letter!] @tag(name: "personal") @policy(policies: [["owner"]])
}
type Letter @tag(name: "personal") @policy(policies: [["owner"]]) { id: ID! requestedOn: Date source: Source }`;

const YAML = `
system: surat
describe: Contoh
sources:
  push: { push: "\${SURAT_PUSH_SECRET}" }
  api: { rest: "http://127.0.0.1:9" }
records:
  Letter: { owner: nik | nik, id: no_surat, requestedOn: tgl | date dd/mm/yyyy }
operations:
  lettersOf:
    source: push
    accept: { key: no_surat, maxRows: 10, version: versi, deletedWhen: { hapus: "1" } }
    where: { nik: ":nik" }
    rows: "[]"
    record: Letter
  liveLetters: { source: api, post: /surat, body: { nik: ":nik" }, rows: "[]", record: Letter }
resolve:
  Citizen.letters: { from: lettersOf, nik: nik }
  Citizen.live: { from: liveLetters, nik: nik }
sync:
  Letter: { from: lettersOf, key: id }`;

const newKey = (id: string) => ({ id, key: randomBytes(32) });

/** Starts it; the caller stops it. */
export async function startPushedHub(): Promise<PushedHub> {
  const root = mkdtempSync(join(tmpdir(), 'pushed-'));
  mkdirSync(join(root, 'kelurahan'));
  writeFileSync(join(root, 'kelurahan', 'schema.graphql'), SDL);
  writeFileSync(join(root, 'kelurahan', 'surat.yaml'), YAML);
  const secret = randomBytes(32).toString('hex');
  const databaseUrl = await createTestDatabase();
  const database = await openDatabase(databaseUrl, { maxConnections: 5 });
  await database.migrate();
  const keys: KeyRing = { index: [newKey('i1')], data: [newKey('d1')] };
  let opened = await open(root, secret, database, keys);
  const pushed: PushedHub = {
    get url() {
      return opened.url;
    },
    secret,
    databaseUrl,
    keys,
    nowMs: () => Date.now(),
    askForLetters: (nik) => opened.askForLetters(nik),
    workOnJobs: () => opened.jobs.work(),
    copiesOf: async (nik) => (await opened.copies.reader.find('kelurahan/surat/Letter', { nik }))?.records,
    restart: async (next) => {
      await opened.close();
      opened = await open(root, secret, database, next);
    },
    stop: async () => {
      await opened.close();
      await database.close();
      rmSync(root, { recursive: true });
    },
  };
  return pushed;
}

async function open(root: string, secret: string, database: Database, keys: KeyRing) {
  const settings = { SURAT_PUSH_SECRET: secret };
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const log = createLog('silent');
  const stores = await openHubStores(database, keys, {
    config: readConfig({}),
    log,
    attachmentsDir: join(root, 'attachments'),
  });
  const { pushes, copies } = stores;
  const jobs = createMemoryJobs(systemClock);
  const hub: Hub = await createHub({
    config: readConfig({}),
    systemSettings: settings,
    ...stores,
    jobs,
    links,
    appTokenKey: readSigningKey(createEd25519Text()),
    log,
    readiness: { check: async () => ({}) },
    connectorsDir: root,
  });
  await jobs.start(hub.work.runners);
  const url = await hub.app.listen({ port: 0, host: '127.0.0.1' });
  const [connector] = loadConnectors(['kelurahan'], { root, sharedSdl: readSharedSdl(), settings, links, pushes });
  const askForLetters = async (nik: string) => {
    const resolve = connector?.resolvers.Citizen?.letters;
    if (!resolve) throw new Error('nothing answers Citizen.letters');
    const parent = { nik, [OWNER]: nik };
    return (await resolve(parent, {}, { session: new RequestSession() })) as Record<string, unknown>[];
  };
  const close = async () => {
    await hub.close();
    await connector?.close();
    await stores.close();
  };
  return { url, askForLetters, jobs, copies, close };
}
