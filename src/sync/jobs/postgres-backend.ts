import { type PgPool, PostgresConnection, PostgresQueueBackend, runMigrations } from 'bullmq';
import { Pool } from 'pg';
import { HubError } from '../../base/hub-error.ts';
import type { OnBackendError, QueueBackend } from './queue-backend.ts';
import { settleWithin } from './settle-within.ts';

/** Where BullMQ keeps its tables; with a pool of ours it knows no other. */
const SCHEMA = 'bullmq';
/**
 * All queues and workers of a process share these, whatever their number; a statement takes a millisecond. One of them is
 * the listener. Idle ones close, so that a quiet hub holds two.
 */
const MAX_CONNECTIONS = 8;
const IDLE_CONNECTION_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Every statement of BullMQ is short; a longer one waits for a lock that somebody forgot. */
const STATEMENT_TIMEOUT_MS = 30_000;
const CLOSE_MS = 2_000;

/**
 * Queues in PostgreSQL. BullMQ would give every queue and worker a pool and a listener of its own, 48 connections for twelve
 * systems; here all share one pool and one listener, which every worker reads for its own queue's name.
 * @throws HubError CONFIG_INVALID when the database does not let the queues in.
 */
export async function openPostgresBackend(databaseUrl: string, onError: OnBackendError): Promise<QueueBackend> {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'hub jobs',
    options: `-c search_path=${SCHEMA}`,
    max: MAX_CONNECTIONS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on('connect', (client) => {
    // One listener for each queue's notifications on the same connection is no leak.
    client.setMaxListeners(0);
    // One that breaks in somebody's hands fails the query that he has under way.
    client.on('error', onError);
  });
  // It is one, says BullMQ; the two descriptions of `on` only look different to the compiler.
  const connection = new SharedConnection(pool as unknown as PgPool);
  connection.setMaxListeners(0);
  connection.on('error', onError);
  try {
    await migrate(pool);
    await connection.waitUntilReady();
  } catch (cause) {
    await settleWithin(pool.end(), CLOSE_MS);
    throw new HubError('CONFIG_INVALID', 'The job queues cannot be opened in the database.', {
      fix: 'The user in DATABASE_URL must be able to create a schema, and the server must be PostgreSQL 14 or later.',
      retryable: true,
      cause,
    });
  }
  return {
    kind: 'postgres',
    open: (name, options) => new PostgresQueueBackend(connection, name, { ...options, connection: {} }),
    close: async () => {
      await settleWithin(
        connection.end().then(() => pool.end()),
        CLOSE_MS,
      );
    },
  };
}

type ListenClient = Awaited<ReturnType<PostgresConnection['getListenClient']>>;

/** Outlives the queues that use it. */
class SharedConnection extends PostgresConnection {
  readonly #inTurn = new WeakSet<ListenClient>();

  /** All workers ask it to listen at once, and pg 9 will refuse a query while another is under way. */
  override async getListenClient(): Promise<ListenClient> {
    const client = await super.getListenClient();
    if (this.#inTurn.has(client)) return client;
    this.#inTurn.add(client);
    const query = client.query.bind(client);
    let last: Promise<unknown> = Promise.resolve();
    client.query = <Row>(text: string, params?: readonly unknown[]) => {
      const next = last.then(() => query<Row>(text, params));
      last = next.catch(() => {});
      return next;
    };
    return client;
  }

  /** A queue that closes must not close it for the others. */
  override async close(): Promise<void> {}

  async end(): Promise<void> {
    await super.close();
  }
}

/** Once at start and on one connection: a worker on tables that are not there would ask without end. */
async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    // Its search path is no longer the pool's.
    client.release(true);
  }
}
