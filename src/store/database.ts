import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, type PoolConfig } from 'pg';
import { HubError } from '../base/hub-error.ts';
import { runMigrations } from './migrate.ts';
import type { HubSchema } from './schema.ts';

export interface DatabaseOptions {
  /** The most connections the pool opens; listeners and migrations come on top. */
  readonly maxConnections: number;
  readonly log?: (message: string) => void;
}

/** One PostgreSQL database with the hub's tables. */
export interface Database {
  readonly kysely: Kysely<HubSchema>;
  /** The same connections, for hot queries that are worth a prepared statement. */
  readonly pool: Pool;
  /** Makes a connection outside the pool, not yet opened, for LISTEN; whoever made it ends it. */
  createClient(purpose: string): Client;
  /** Brings the schema up to date and returns the names of the migrations that it ran. */
  migrate(): Promise<readonly string[]>;
  /** Waits for the queries under way, then closes every connection of the pool. */
  close(): Promise<void>;
}

/** No query of a request or a job may hold a connection longer; reports are kept under it too. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A transaction that forgot to end would hold its locks. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_CONNECTION_MS = 60_000;

/**
 * Connects to the database and checks that it answers.
 * @throws HubError CONFIG_INVALID without the address's password; retryable when the server may only be away.
 */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const connection: PoolConfig = {
    connectionString: url,
    application_name: 'hub',
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  };
  const pool = new Pool({ ...connection, max: options.maxConnections, idleTimeoutMillis: IDLE_CONNECTION_MS });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => options.log?.('A connection to the database broke and will be replaced.'));
  // In somebody's hands a connection has no listener but his, and a transaction has none: the query under way tells it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw connectFailed(cause);
  }
  const kysely = new Kysely<HubSchema>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    pool,
    createClient: (purpose) => new Client({ ...connection, statement_timeout: 0, application_name: `hub ${purpose}` }),
    migrate: async () => await runMigrations(connection),
    close: async () => await pool.end(),
  };
}

function connectFailed(cause: unknown): HubError {
  const code = String((cause as { code?: unknown }).code ?? '');
  // 28: password or rights; 3D: no such database. Everything else may pass: not reachable, starting, too many clients.
  const isWrong = code.startsWith('28') || code.startsWith('3D');
  return new HubError('CONFIG_INVALID', `The database does not let the hub in (${code || 'no answer'})`, {
    fix: isWrong
      ? 'Check user, password and database name in DATABASE_URL.'
      : 'Check that the server in DATABASE_URL runs and can be reached from here.',
    retryable: !isWrong,
    cause,
  });
}
