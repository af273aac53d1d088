import { createPool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseAccount } from './content.ts';
import type { Mariadb } from './mariadb.ts';
import type { RunStatement } from './run-statement.ts';

/** An application's way into its MariaDB database. */
export interface Statements {
  readonly run: RunStatement;
  stop(): Promise<void>;
}

/** Opens it by the socket; connections are made when they are needed. A change gives `changed`, how many rows it has. */
export function openStatements({ socketPath }: Mariadb, account: DatabaseAccount, database: string): Statements {
  const { user, password } = account;
  const pool = createPool({ socketPath, user, password, database, connectionLimit: 2, dateStrings: true });
  return {
    run: async (text, values = []) => {
      const [result] = await pool.query<RowDataPacket[] | ResultSetHeader>(text, [...values]);
      return Array.isArray(result) ? result : [{ changed: result.affectedRows }];
    },
    stop: () => pool.end(),
  };
}
