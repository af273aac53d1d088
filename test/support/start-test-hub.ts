import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { findMariadbd } from '../../demo/database/mariadb.ts';
import { type DemoCity, startDemoCity } from '../../demo/demo-city.ts';
import { createAccessLog } from '../../src/audit/index.ts';
import { createLog } from '../../src/base/log.ts';
import { type HubConfig, readConfig } from '../../src/config/index.ts';
import { createHub } from '../../src/hub.ts';
import { createSubgraphTokenSigner, readSigningKey } from '../../src/identity/index.ts';
import { readLinksFile } from '../../src/links-file.ts';
import type { AccessLog } from '../../src/ports/access-log.ts';
import { projectRoot } from '../../src/project-root.ts';
import {
  createLinkAttempts,
  createLinkStore,
  type Database,
  type KeyRing,
  openDatabase,
} from '../../src/store/index.ts';
import { type Answer, type AskOptions, ask } from './ask.ts';
import { createTestDatabase } from './create-test-database.ts';
import { findFreePort } from './find-free-port.ts';
import { type RemoteOpds, startRemoteOpds } from './start-remote-opds.ts';

/** The hub and the simulated city, in this process, on free ports and a database of their own. */
export interface TestHub {
  readonly url: string;
  readonly demo: DemoCity;
  /** The OPDs' own servers. */
  readonly opds: RemoteOpds;
  /** Its database, and the keys that it hashes and seals with. */
  readonly database: Database;
  readonly keys: KeyRing;
  readonly accessLog: AccessLog;
  /** Every line that the hub has logged. */
  readonly logged: readonly string[];
  /** Asks as a citizen by alias or NIK; without one, as nobody. */
  ask(query: string, options?: AskOptions & { citizen?: string }): Promise<Answer>;
  tokenOf(citizen: string, ttlSeconds?: number): Promise<string>;
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
}

const newKey = () => `test:${randomBytes(32).toString('base64')}`;

/** Starts what a scenario needs; the caller stops it. */
export async function startTestHub({
  environment = {},
  timeoutMs,
  databases = false,
  remote = [],
}: TestHubOptions = {}): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const port = await findFreePort();
  const postgresDatabase = `bkpsdmd_${randomUUID().replaceAll('-', '')}`;
  const demo = await startDemoCity({ people: 40, seed: 1571, ports: {}, issuerPort: 0, postgresDatabase }, folder, [
    `http://127.0.0.1:${port}`,
  ]);
  if (databases) await connectDatabases(demo, folder);
  const opds = await startRemoteOpds(remote, demo.hubEnvironment);
  const settings = {
    ...demo.hubEnvironment,
    HUB_INDEX_KEYS: newKey(),
    HUB_DATA_KEYS: newKey(),
    ...opds.hubSettings,
    ...environment,
  };
  const config = readConfig(settings);
  const store = await openStore(config);
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const readiness = { check: async () => ({ database: true }) };
  const connectorsDir =
    timeoutMs === undefined ? undefined : await copyConnectors(join(folder, 'connectors'), timeoutMs);
  const hub = await createHub({
    config,
    systemSettings: settings,
    ...store.parts,
    log,
    readiness,
    subgraphSigner: createSubgraphTokenSigner(readSigningKey(config.subgraphSigningKey ?? '')),
    ...(connectorsDir && { connectorsDir }),
  });
  const url = await hub.app.listen({ port, host: '127.0.0.1' });
  const tokenOf = createTokens(demo);
  return {
    url,
    demo,
    opds,
    database: store.database,
    keys: store.keys,
    accessLog: store.parts.linking.log,
    logged,
    tokenOf,
    ask: async (query, { citizen, ...options } = {}) =>
      ask(url, query, { ...options, ...(citizen && { token: await tokenOf(citizen) }) }),
    stop: async () => {
      await hub.close();
      await opds.stop();
      await store.close();
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the hub keeps, in a database of its own with the links of the simulated city. */
async function openStore({ indexKeys, dataKeys, linksFile = '' }: HubConfig) {
  const database = await openDatabase(await createTestDatabase(), { maxConnections: 5 });
  await database.migrate();
  const keys = { index: indexKeys.map(parseKey), data: dataKeys.map(parseKey) };
  const links = createLinkStore(database, keys);
  await links.addLinks(readLinksFile(linksFile));
  const log = createAccessLog(database, keys);
  return {
    database,
    keys,
    parts: { links, linking: { store: links, attempts: createLinkAttempts(database, keys), log } },
    close: async () => {
      await log.close();
      await links.close();
      await database.close();
    },
  };
}

async function connectDatabases({ city }: DemoCity, folder: string): Promise<void> {
  const mariadbd = findMariadbd();
  await Promise.all([
    city.databases.connectPostgres(inject('postgresUrl')),
    mariadbd && city.databases.connectMariadb(join(folder, 'mariadb'), mariadbd),
  ]);
}

function createTokens({ issuer }: DemoCity): TestHub['tokenOf'] {
  const tokens = new Map<string, Promise<string>>();
  return (citizen, ttlSeconds) => {
    if (ttlSeconds !== undefined) return issuer.issueToken(citizen, { ttlSeconds });
    const token = tokens.get(citizen) ?? issuer.issueToken(citizen);
    tokens.set(citizen, token);
    return token;
  };
}

async function copyConnectors(to: string, timeoutMs: number): Promise<string> {
  await cp(join(projectRoot, 'connectors'), to, { recursive: true });
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
