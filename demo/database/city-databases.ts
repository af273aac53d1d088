import { type ActivityBook, createActivityBook } from '../bkpsdmd/activity-book.ts';
import { BKPSDMD_ACCOUNT, createBkpsdmd } from '../bkpsdmd/content.ts';
import { createActivityRecords } from '../bkpsdmd/living.ts';
import { createEkinerja, EKINERJA_TOKEN } from '../bkpsdmd/server.ts';
import type { Person } from '../people/person.ts';
import { createSimrs, KHANZA, SIMRS_ACCOUNT } from '../simrs/content.ts';
import { createBookingRecords } from '../simrs/living.ts';
import { type RunningSystem, serveSystem } from '../system-server.ts';
import { CASHIER, createTirtamayang, TIRTAMAYANG_ACCOUNT } from '../tirtamayang/content.ts';
import { createBillRecords } from '../tirtamayang/living.ts';
import type { DatabaseAccount, DatabaseContent } from './content.ts';
import { createDatabaseProxy, type DatabaseProxy } from './database-proxy.ts';
import { type Mariadb, startMariadb } from './mariadb.ts';
import { openStatements, type Statements } from './open-statements.ts';
import { prepareMariadb } from './prepare-mariadb.ts';
import { preparePostgres } from './prepare-postgres.ts';
import { createLateStatements, type LateStatements } from './run-statement.ts';
import type { Dialect } from './statement-counter.ts';

/** The legacy systems that are databases, and the form in front of one of them. */
export type DatabaseSystemName = 'tirtamayang' | 'simrs' | 'bkpsdmd' | 'ekinerja';

export const databaseSystemNames: readonly DatabaseSystemName[] = ['tirtamayang', 'simrs', 'bkpsdmd', 'ekinerja'];

/** Whose records the databases hold, and where they listen. */
export interface CityDatabasesOptions {
  readonly people: readonly Person[];
  readonly seed: number;
  /** Ports to listen on; 0 or absent takes a free one. */
  readonly ports?: Partial<Record<DatabaseSystemName, number>>;
  readonly host?: string;
  /** Another name than `bkpsdmd` on the PostgreSQL server, for tests that share one. */
  readonly postgresDatabase?: string;
}

/** The database systems at their final addresses; each is "down" until its server is connected. */
export interface CityDatabases {
  readonly systems: {
    readonly tirtamayang: DatabaseProxy;
    readonly simrs: DatabaseProxy;
    readonly bkpsdmd: DatabaseProxy;
    readonly ekinerja: RunningSystem;
  };
  /** The environment settings that an operator would give the hub. */
  readonly settings: Readonly<Record<string, string>>;
  /** Starts MariaDB over the folder, fills it where needed, and brings Tirta Mayang and SIMRS up; to be called once. */
  connectMariadb(dataDir: string, mariadbd: string): Promise<void>;
  /** Fills BKPSDMD's database on a server where needed, and brings it and e-Kinerja up. The account must be a superuser's. */
  connectPostgres(serverUrl: string): Promise<void>;
  /** Closes every system, then stops MariaDB. */
  stop(): Promise<void>;
}

/** Opens the addresses of the city's database systems, without waiting for any server; when one cannot listen, none stays up. */
export async function startCityDatabases(options: CityDatabasesOptions): Promise<CityDatabases> {
  const { people, seed, ports = {}, host = '127.0.0.1' } = options;
  const running: RunningSystem[] = [];
  const book = createActivityBook();
  const desks = { tirtamayang: createLateStatements(), simrs: createLateStatements() };
  const records = {
    tirtamayang: createBillRecords(desks.tirtamayang.run, seed),
    simrs: createBookingRecords(desks.simrs.run, seed),
    bkpsdmd: createActivityRecords(book.run, book, seed),
  };
  const ways: Statements[] = [];
  let mariadb: Promise<Mariadb> | undefined;
  const open = async (name: keyof typeof records, dialect: Dialect): Promise<DatabaseProxy> => {
    const proxy = await createDatabaseProxy({ name, dialect, host, port: ports[name] ?? 0, records: records[name] });
    running.push(proxy);
    return proxy;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...running, ...ways, book].map((one) => one.stop()));
    // One that did not start has nothing to stop, and whoever started it knows.
    const [started] = await Promise.allSettled([mariadb]);
    if (started.status === 'fulfilled') await started.value?.stop();
  };
  try {
    const tirtamayang = await open('tirtamayang', 'mysql');
    const simrs = await open('simrs', 'mysql');
    const bkpsdmd = await open('bkpsdmd', 'postgres');
    const ekinerja = await serveSystem(createEkinerja(book), ports.ekinerja ?? 0, host);
    running.push(ekinerja);
    const systems = { tirtamayang, simrs, bkpsdmd, ekinerja };
    const postgresContent = createBkpsdmd(people, seed, options.postgresDatabase);
    const mariadbContents = { tirtamayang: createTirtamayang(people, seed), simrs: createSimrs(people, seed) };
    return {
      systems,
      settings: settingsFor(systems, { ...mariadbContents, bkpsdmd: postgresContent }),
      connectMariadb: async (dataDir, mariadbd) => {
        mariadb = startMariadb(dataDir, mariadbd);
        ways.push(...(await fillMariadb(await mariadb, systems, mariadbContents, desks)));
      },
      connectPostgres: (serverUrl) => fillPostgres(serverUrl, bkpsdmd, book, postgresContent),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the companies' own programs log in with. */
const DESK_ACCOUNTS = { tirtamayang: CASHIER, simrs: KHANZA };

async function fillMariadb(
  server: Mariadb,
  systems: CityDatabases['systems'],
  contents: Readonly<Record<'tirtamayang' | 'simrs', DatabaseContent>>,
  desks: Readonly<Record<'tirtamayang' | 'simrs', LateStatements>>,
): Promise<readonly Statements[]> {
  const connection = await server.connect();
  try {
    for (const name of ['tirtamayang', 'simrs'] as const) {
      await prepareMariadb(connection, contents[name]);
      systems[name].connectTo({ path: server.socketPath });
    }
    return (['tirtamayang', 'simrs'] as const).map((name) => {
      const way = openStatements(server, DESK_ACCOUNTS[name], contents[name].database);
      desks[name].connectTo(way.run);
      return way;
    });
  } finally {
    await connection.end();
  }
}

async function fillPostgres(
  serverUrl: string,
  proxy: DatabaseProxy,
  book: ActivityBook,
  content: DatabaseContent,
): Promise<void> {
  await preparePostgres(serverUrl, content);
  const { hostname, port } = new URL(serverUrl);
  proxy.connectTo({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '5432') });
  await book.connectTo(serverUrl, content.database);
}

function settingsFor(
  { tirtamayang, simrs, bkpsdmd, ekinerja }: CityDatabases['systems'],
  contents: Readonly<Record<'tirtamayang' | 'simrs' | 'bkpsdmd', DatabaseContent>>,
): Record<string, string> {
  return {
    TIRTAMAYANG_DATABASE_URL: addressFor(tirtamayang, TIRTAMAYANG_ACCOUNT, contents.tirtamayang),
    SIMRS_DATABASE_URL: addressFor(simrs, SIMRS_ACCOUNT, contents.simrs),
    BKPSDMD_DATABASE_URL: addressFor(bkpsdmd, BKPSDMD_ACCOUNT, contents.bkpsdmd),
    EKINERJA_URL: ekinerja.url,
    EKINERJA_TOKEN,
  };
}

function addressFor(proxy: DatabaseProxy, { user, password }: DatabaseAccount, { database }: DatabaseContent): string {
  const url = new URL(proxy.url);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
