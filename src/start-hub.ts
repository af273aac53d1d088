import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { HubError } from './base/hub-error.ts';
import { createLog, type Log } from './base/log.ts';
import { type Environment, getKeys, type HubConfig, readConfig } from './config/index.ts';
import { projectRoot } from './project-root.ts';
import { type Database, openDatabase, startEmbeddedPostgres } from './store/index.ts';

/** A hub that runs. */
export interface RunningHub {
  readonly url: string;
  /** The address of the database server that the hub has started for itself; it holds the password, so never log it. */
  readonly embeddedDatabaseUrl: string | undefined;
  /** Drains: no new requests, the open ones answered, then everything closed in order. */
  stop(): Promise<void>;
}

interface Opened {
  close(): Promise<void>;
}

/**
 * Starts the hub with everything it needs, or nothing at all.
 * @throws HubError CONFIG_INVALID whose message is one line for whoever starts it.
 */
export async function startHub(environment: Environment, note: (line: string) => void = () => {}): Promise<RunningHub> {
  const config = readConfig(environment);
  const dataDir = resolve(config.dataDir ?? '.data');
  await refuseTakenPort(config);
  prepareDataDir(dataDir);
  const opened: Opened[] = [];
  const stop = async () => {
    // Last opened, first closed: requests end before the database goes.
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  try {
    return { ...(await open(config, environment, dataDir, opened, note)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(
  config: HubConfig,
  environment: Environment,
  dataDir: string,
  opened: Opened[],
  note: (line: string) => void,
): Promise<Omit<RunningHub, 'stop'>> {
  const log = createLog(config.logLevel);
  // The database starts in its own process while this one loads the hub's code. A failure to load is met below, when
  // all that is open is known, and so closed.
  const loading = import('./hub.ts');
  loading.catch(() => {});
  const { database, embeddedDatabaseUrl } = await openStore(config, dataDir, opened, note);
  const { createHub } = await loading;
  const keys = getKeys(config.indexKeys, config.dataKeys, dataDir);
  const checkpoints = await openCheckpoints(config, dataDir, log);
  opened.push({ close: () => checkpoints.close() });
  const [{ openHubStores }, { createLateJobs }, { startWork }, { buildPages }] = await Promise.all([
    import('./open-hub-stores.ts'),
    import('./sync/index.ts'),
    import('./start-work.ts'),
    import('./web/index.ts'),
  ]);
  const attachmentsDir = resolve(config.attachments ?? join(dataDir, 'attachments'));
  const stores = await openHubStores(database, keys, { config, log, attachmentsDir, onAppended: checkpoints.note });
  opened.push({ close: () => stores.close() });
  opened.push(sweepEvery(3_600_000, stores.attachments, log));
  opened.push(sweepEvery(600_000, stores.levyPhotos, log));
  opened.push(sweepEvery(600_000, stores.webSessions.store, log));
  const readiness = { check: async () => ({ database: await answers(database) }) };
  const subgraphSigner = config.subgraphUrls.size > 0 ? await openSigner(config, dataDir) : undefined;
  const jobs = createLateJobs();
  const hub = await createHub({
    config,
    systemSettings: environment,
    ...stores,
    jobs,
    boardQueues: jobs.listQueues,
    log,
    readiness,
    subgraphSigner,
    pages: buildPages(projectRoot),
    appTokenKey: await openAppTokenKey(config, dataDir),
  });
  opened.push({ close: () => hub.close() });
  const url = await listen(hub.app, config);
  // It answers already while its queues open.
  const place = config.redisUrl
    ? { redis: { url: config.redisUrl, prefix: config.redisPrefix ?? 'hub' } }
    : { databaseUrl: embeddedDatabaseUrl ?? config.databaseUrl ?? '' };
  opened.push(await startWork(hub.work, { place, late: jobs, isWorker: config.jobs === 'work', log }));
  const runFile = join(dataDir, 'run.json');
  writeFileSync(runFile, JSON.stringify({ pid: process.pid, url }), { mode: 0o600 });
  opened.push({ close: async () => rmSync(runFile, { force: true }) });
  return { url, embeddedDatabaseUrl };
}

/** Removes what nothing uses any more: files, sessions. */
function sweepEvery(intervalMs: number, kept: { sweep(): Promise<number> }, log: Log): Opened {
  const sweep = () => kept.sweep().catch((error: unknown) => log.warn('not swept', { error }));
  const timer = setInterval(sweep, intervalMs).unref();
  return { close: async () => clearInterval(timer) };
}

/** What vouches for the access log outside the database. */
async function openCheckpoints({ auditCheckpoints, auditSigningKey }: HubConfig, dataDir: string, log: Log) {
  const [{ createCheckpoints }, { getAuditKey }] = await Promise.all([
    import('./audit/index.ts'),
    import('./key-files.ts'),
  ]);
  return createCheckpoints({
    folder: auditCheckpoints ? resolve(auditCheckpoints) : join(dataDir, 'audit'),
    signingKey: getAuditKey(auditSigningKey, dataDir),
    onFailed: (error) => log.error('audit checkpoint not written', { error }),
  });
}

/** Loaded when the hub's code has been, of which it is a part. */
async function openAppTokenKey({ appTokenKey }: HubConfig, dataDir: string) {
  const { getAppTokenKey } = await import('./key-files.ts');
  return getAppTokenKey(appTokenKey, dataDir);
}

/** Loaded only here: most hubs run every subgraph themselves. */
async function openSigner({ subgraphSigningKey }: HubConfig, dataDir: string) {
  const { createSubgraphTokenSigner } = await import('./identity/index.ts');
  const { getSubgraphKey } = await import('./key-files.ts');
  return createSubgraphTokenSigner(getSubgraphKey(subgraphSigningKey, dataDir));
}

async function openStore(
  config: HubConfig,
  dataDir: string,
  opened: Opened[],
  note: (line: string) => void,
): Promise<{ database: Database; embeddedDatabaseUrl: string | undefined }> {
  let url = config.databaseUrl;
  let embeddedDatabaseUrl: string | undefined;
  if (!url) {
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
    opened.push({ close: () => postgres.stop() });
    if (postgres.note) note(postgres.note);
    url = embeddedDatabaseUrl = postgres.url;
  }
  const database = await openDatabase(url, { maxConnections: 10 });
  opened.push({ close: () => database.close() });
  await database.migrate();
  return { database, embeddedDatabaseUrl };
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}

/** Asked before anything starts, so that a taken port costs nobody a database start and leaves nothing behind. */
async function refuseTakenPort({ port, host }: HubConfig): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((done, refuse) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => refuse(portRefused(port, error)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

async function listen(
  app: { listen(at: { port: number; host: string }): Promise<string> },
  { port, host = '127.0.0.1' }: HubConfig,
): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    throw portRefused(port, error as NodeJS.ErrnoException);
  }
}

function portRefused(port: number, error: NodeJS.ErrnoException): HubError {
  const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code ?? 'unknown reason'})`;
  return new HubError('CONFIG_INVALID', `Port ${port} ${reason}`, {
    fix: `Choose another one, for example: PORT=${port === 65_535 ? 4001 : port + 1} npm start`,
  });
}

function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, '.writable'), '');
    rmSync(join(dataDir, '.writable'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new HubError('CONFIG_INVALID', `Cannot write into the data folder ${dataDir} (${code})`, {
      fix: 'Set HUB_DATA_DIR to a folder of your own.',
    });
  }
}
