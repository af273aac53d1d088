import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { findMariadbd } from '../../demo/database/mariadb.ts';
import { type DemoCity, startDemoCity } from '../../demo/demo-city.ts';
import { isStaffAlias } from '../../demo/people/staff.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createLog, type Log } from '../../src/base/log.ts';
import { type HubConfig, readConfig } from '../../src/config/index.ts';
import { createHub, type HubParts, type HubWork } from '../../src/hub.ts';
import { createSubgraphTokenSigner, readSigningKey } from '../../src/identity/index.ts';
import { getAppTokenKey } from '../../src/key-files.ts';
import { type HubStores, openHubStores } from '../../src/open-hub-stores.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Database, type KeyRing, openDatabase } from '../../src/store/index.ts';
import { createMemoryJobs, type MemoryJobs } from '../../src/sync/testing/memory-jobs.ts';
import { buildPages } from '../../src/web/index.ts';
import { type Answer, type AskOptions, ask } from './ask.ts';
import { createTestDatabase } from './create-test-database.ts';
import { type RemoteOpds, startRemoteOpds } from './start-remote-opds.ts';

/** The hub and the simulated city, in this process, on free ports and a database of their own. */
export interface TestHub {
  readonly url: string;
  readonly demo: DemoCity;
  /** The OPDs' own servers. */
  readonly opds: RemoteOpds;
  readonly stores: HubStores;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly attachmentsDir: string;
  /** The queues of deliveries, worked through when a test says so; nothing is in them without `jobs`. */
  readonly jobs: MemoryJobs;
  readonly work: HubWork;
  /** Every line that the hub has logged. */
  readonly logged: readonly string[];
  /** Asks as a citizen by alias or NIK; without one, as nobody. */
  ask(query: string, options?: AskOptions & { citizen?: string }): Promise<Answer>;
  tokenOf(who: string, options?: TokenOptions): Promise<string>;
  stop(): Promise<void>;
}

export interface TestHubOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Another time limit than the connector files', so that a test of a hanging system need not wait for theirs. */
  readonly timeoutMs?: number;
  /** Brings up the systems that are databases: BKPSDMD, and where this machine has MariaDB the two on that. */
  readonly databases?: boolean;
  /** OPDs whose subgraph is a server of its own; none by default. */
  readonly remote?: readonly string[];
  /** Works in the background, whenever the test lets the jobs work; or these are its queues. */
  readonly jobs?: boolean | NonNullable<HubParts['jobs']>;
  /** Queues for its job board; whoever opened them closes them. */
  readonly boardQueues?: NonNullable<HubParts['boardQueues']>;
  /** Changes a copy of the folder of connectors before they are read. */
  readonly changeConnectors?: (root: string) => Promise<void>;
  /** The time of the hub and of the OPDs' own servers; that of the city and of its issuers stays the machine's. */
  readonly clock?: Clock;
  /** Serves the pages too. */
  readonly pages?: boolean;
}

const newKey = () => `test:${randomBytes(32).toString('base64')}`;

type TokenOptions = NonNullable<Parameters<DemoCity['issuer']['issueToken']>[1]>;

/** Starts what a scenario needs; the caller stops it. */
export async function startTestHub({
  environment = {},
  timeoutMs,
  databases = false,
  remote = [],
  jobs: given = false,
  boardQueues,
  clock,
  changeConnectors,
  pages = false,
}: TestHubOptions = {}): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const demo = await startCity(folder);
  if (databases) await connectDatabases(demo, folder);
  const opds = await startRemoteOpds(remote, demo.hubEnvironment, clock);
  const settings = makeSettings(demo, opds, environment);
  const config = readConfig(settings);
  const attachmentsDir = join(folder, 'attachments');
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const { databaseUrl, database, stores, keys } = await openStores(config, log, clock, attachmentsDir);
  const jobs = createMemoryJobs(clock ?? systemClock);
  const connectorsDir =
    timeoutMs === undefined && !changeConnectors
      ? undefined
      : await copyConnectors(join(folder, 'connectors'), timeoutMs);
  if (connectorsDir) await changeConnectors?.(connectorsDir);
  const hub = await createHub({
    config,
    systemSettings: settings,
    ...stores,
    log,
    readiness: { check: async () => ({ database: true }) },
    appTokenKey: getAppTokenKey(undefined, folder),
    subgraphSigner: createSubgraphTokenSigner(readSigningKey(config.subgraphSigningKey ?? '')),
    ...(clock && { clock }),
    ...(boardQueues && { boardQueues }),
    ...(given && { jobs: given === true ? jobs : given }),
    ...(connectorsDir && { connectorsDir }),
    ...(pages && { pages: Promise.resolve(await buildPages(projectRoot)) }),
  });
  await jobs.start(hub.work.runners);
  const url = await hub.app.listen({ port: 0, host: '127.0.0.1' });
  demo.meetHub(url);
  const tokenOf = createTokens(demo);
  return {
    ...{ url, demo, opds, stores, databaseUrl, database, keys, attachmentsDir, jobs, logged, tokenOf },
    work: hub.work,
    ask: async (query, { citizen, ...options } = {}) =>
      ask(url, query, { ...options, ...(citizen && { token: await tokenOf(citizen) }) }),
    stop: async () => {
      await hub.close();
      await opds.stop();
      await stores.close();
      await database.close();
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startCity(folder: string): Promise<DemoCity> {
  const postgresDatabase = `bkpsdmd_${randomUUID().replaceAll('-', '')}`;
  const options = { people: 40, seed: 1571, ports: {}, issuerPort: 0, postgresDatabase };
  return startDemoCity(options, folder);
}

function makeSettings(demo: DemoCity, opds: RemoteOpds, environment: TestHubOptions['environment']) {
  const keys = { HUB_INDEX_KEYS: newKey(), HUB_DATA_KEYS: newKey() };
  return { ...demo.hubEnvironment, ...keys, ...opds.hubSettings, ...environment };
}

async function openStores(config: HubConfig, log: Log, clock: Clock | undefined, attachmentsDir: string) {
  const databaseUrl = await createTestDatabase();
  const database = await openDatabase(databaseUrl, { maxConnections: 8 });
  await database.migrate();
  const [index = [], data = []] = [config.indexKeys, config.dataKeys].map((keys) => keys.map(parseKey));
  const keys = { index, data };
  return {
    databaseUrl,
    database,
    keys,
    stores: await openHubStores(database, keys, { config, log, attachmentsDir, ...(clock && { clock }) }),
  };
}

async function connectDatabases({ city }: DemoCity, folder: string): Promise<void> {
  const mariadbd = findMariadbd();
  await Promise.all([
    city.databases.connectPostgres(inject('postgresUrl')),
    mariadbd && city.databases.connectMariadb(join(folder, 'mariadb'), mariadbd),
  ]);
}

function createTokens({ issuer, staffIssuer }: DemoCity): TestHub['tokenOf'] {
  const tokens = new Map<string, Promise<string>>();
  return (who, options = {}) => {
    const key = JSON.stringify([who, options]);
    const ask = () => (isStaffAlias(who) ? staffIssuer : issuer).issueToken(who, options);
    const token = (options.ttlSeconds === undefined ? tokens.get(key) : undefined) ?? ask();
    tokens.set(key, token);
    return token;
  };
}

async function copyConnectors(to: string, timeoutMs: number | undefined): Promise<string> {
  await cp(join(projectRoot, 'connectors'), to, { recursive: true });
  if (timeoutMs === undefined) return to;
  for (const entry of await readdir(to, { recursive: true })) {
    if (!entry.endsWith('.yaml')) continue;
    const text = await readFile(join(to, entry), 'utf8');
    await writeFile(join(to, entry), text.replace(/timeoutMs: \d+/, `timeoutMs: ${timeoutMs}`));
  }
  return to;
}

function parseKey(text: string) {
  const [id = '', key = ''] = text.split(':');
  return { id, key: Buffer.from(key, 'base64') };
}
