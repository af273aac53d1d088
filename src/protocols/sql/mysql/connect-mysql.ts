import { type Connection, type ConnectionOptions, createConnection } from 'mysql2';
import { CallFailure } from '../../../outbound/index.ts';
import type { DatabaseAddress } from '../address.ts';
import { type DatabaseConnection, tooSlow } from '../connection.ts';
import { failureOfMysql } from './failure.ts';
import { askMysql } from './mysql-question.ts';

export interface MysqlOptions {
  /** How long the server lets one statement run. */
  readonly timeoutMs: number;
  /** Whether text comes as the bytes that stand in latin1 tables, not converted by the server. */
  readonly isLatin1: boolean;
}

/** Opens a connection whose every statement is a read-only transaction of bounded time. @throws CallFailure, BrokenConnection */
export async function connectMysql(
  address: DatabaseAddress,
  deadlineMs: number,
  { timeoutMs, isLatin1 }: MysqlOptions,
): Promise<DatabaseConnection> {
  const connection = createConnection(optionsOf(address, deadlineMs));
  let isOpen = true;
  const closeListeners: (() => void)[] = [];
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    for (const listener of closeListeners) listener();
  };
  connection.on('error', close);
  connection.on('end', close);
  const destroy = (): void => {
    connection.destroy();
    close();
  };
  try {
    await setUp(connection, deadlineMs, timeoutMs, isLatin1);
  } catch (error) {
    destroy();
    throw error instanceof CallFailure ? error : failureOfMysql(error);
  }
  const decode = createDecode(isLatin1);
  return {
    read: (question) => askMysql(connection, question, decode, destroy),
    isUsable: () => isOpen,
    onClose: (listener) => void closeListeners.push(listener),
    end: () => new Promise((resolve) => connection.end(() => resolve())),
    destroy,
  };
}

/** MySQL's latin1 is Windows-1252, curly quotes included. */
function createDecode(isLatin1: boolean): (bytes: Buffer) => string {
  const decoder = new TextDecoder(isLatin1 ? 'windows-1252' : 'utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new CallFailure('badAnswer', 'bytes that are not text');
    }
  };
}

function optionsOf(address: DatabaseAddress, deadlineMs: number): ConnectionOptions {
  const { host, port, user, password, database, tls } = address;
  return {
    host,
    port,
    user,
    password,
    database,
    ...(tls && { ssl: tls }),
    connectTimeout: Math.max(1, deadlineMs - Date.now()),
    charset: 'UTF8MB4_GENERAL_CI',
    // The server may neither ask for a file of this machine nor be sent two statements in one.
    flags: ['-LOCAL_FILES', '-MULTI_STATEMENTS'],
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
  };
}

/**
 * Makes read-only what a session begins by default, so that no call needs a round trip for it: each statement is a
 * transaction of its own.
 */
async function setUp(connection: Connection, deadlineMs: number, timeoutMs: number, isLatin1: boolean): Promise<void> {
  const stopped = new Promise<never>((_resolve, reject) => {
    connection.once('error', reject);
    setTimeout(() => reject(tooSlow()), Math.max(1, deadlineMs - Date.now())).unref();
  });
  // The last race may be over when it rejects.
  stopped.catch(() => {});
  const run = (text: string) => Promise.race([query(connection, text), stopped]);
  const version = await run('select version() as version');
  await run('set session transaction read only');
  const isMariadb = /mariadb/i.test(version);
  await run(
    isMariadb
      ? `set session max_statement_time = ${timeoutMs / 1000}`
      : `set session max_execution_time = ${timeoutMs}`,
  );
  // Only what comes back: the server still converts what is sent, whatever the tables' character set is.
  if (isLatin1) await run('set character_set_results = latin1');
}

function query(connection: Connection, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    connection.query(text, (error, rows) => {
      if (error) reject(error);
      else resolve(JSON.stringify(rows));
    });
  });
}
