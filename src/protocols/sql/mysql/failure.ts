import { CallFailure, type FailureKind } from '../../../outbound/index.ts';
import { BrokenConnection, codeOf, tooSlow } from '../connection.ts';

const KINDS: ReadonlyMap<number, FailureKind> = new Map<number, FailureKind>([
  ...[
    1044, // no right to the database
    1045, // wrong password
    1049, // no such database
    1130, // the hub's address is not let in
    1142, // no right to the table
    1143, // no right to the column
    1227, // a special right is missing
    1251, // the password is stored in a way that this client does not speak
    1370, // no right to the routine
    1698, // wrong way to log in
    4151, // MariaDB: the account is locked
    3118, // MySQL: the account is locked
  ].map((number) => [number, 'denied'] as const),
  ...[
    1040, // too many connections
    1129, // the hub's address is blocked after errors
    1203, // too many connections of this user
    1205, // waited too long for a lock
    1213, // deadlock
    1226, // the user's resources are used up
  ].map((number) => [number, 'unavailable'] as const),
]);
// max_execution_time, max_statement_time, and a statement killed by hand.
const TOO_SLOW = new Set([3024, 1969, 1317]);
// The server shuts down, or somebody ended the session.
const ENDED = new Set([1053, 1927, 3169, 4031]);

/** Keeps of MySQL's error only its number or code: its message quotes values, and it carries the statement. */
export function failureOfMysql(error: unknown): CallFailure | BrokenConnection {
  const number = numberOf(error);
  if (number === undefined) return new BrokenConnection(codeOf(error));
  if (ENDED.has(number)) return new BrokenConnection(String(number));
  if (TOO_SLOW.has(number)) return tooSlow();
  return new CallFailure(KINDS.get(number) ?? 'badAnswer', `the database refused (MySQL error ${number})`);
}

/** The server's error numbers begin at 1000; below, and negative ones, are of the operating system. */
function numberOf(error: unknown): number | undefined {
  const number = typeof error === 'object' && error !== null && 'errno' in error ? error.errno : undefined;
  return typeof number === 'number' && number >= 1000 ? number : undefined;
}
