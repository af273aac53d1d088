import { join } from 'node:path';
import type { City } from './city.ts';
import { findMariadbd } from './database/mariadb.ts';

// Debian puts the server where ordinary users do not look.
const SERVER_FOLDERS = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;

/**
 * Brings up the systems that run on MariaDB, without anybody waiting for them.
 * @returns a line for the person who started the city, when this machine has no MariaDB.
 */
export function connectMariadb(databases: City['databases'], dataDir: string): string | undefined {
  const mariadbd = findMariadbd(SERVER_FOLDERS);
  if (!mariadbd) {
    return 'Without MariaDB (Debian: mariadb-server) Tirta Mayang and the SIMRS of RSUD stay down; everything else runs.';
  }
  databases.connectMariadb(join(dataDir, 'mariadb'), mariadbd).catch(complain('Tirta Mayang and SIMRS'));
  return undefined;
}

/** Brings up the systems that run on PostgreSQL, on the server that the hub uses too. */
export function connectPostgres(databases: City['databases'], serverUrl: string): void {
  databases.connectPostgres(serverUrl).catch(complain('BKPSDMD'));
}

/** The city goes on without them, as a city does. */
function complain(systems: string) {
  return (error: unknown): void =>
    console.error(`${systems} stay down: ${error instanceof Error ? error.message : String(error)}`);
}
