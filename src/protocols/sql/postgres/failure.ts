import { CallFailure, type FailureKind } from '../../../outbound/index.ts';
import { BrokenConnection, codeOf, tooSlow } from '../connection.ts';

// By SQLSTATE or by its class, the longer first; anything else says that the statement does not fit the database.
const KINDS: readonly (readonly [string, FailureKind])[] = [
  ['42501', 'denied'],
  ['3D000', 'denied'],
  ['28', 'denied'],
  ['08', 'unavailable'],
  ['25P03', 'unavailable'],
  ['40', 'unavailable'],
  ['53', 'unavailable'],
  ['55', 'unavailable'],
  ['57', 'unavailable'],
  ['58', 'unavailable'],
  ['XX', 'unavailable'],
];
// The server ends this connection: it shuts down, or somebody ended the session.
const ENDED = new Set(['57P01', '57P02', '57P05']);

/** Keeps of PostgreSQL's error only its SQLSTATE: message and detail quote values of rows and arguments. */
export function failureOfPostgres(error: unknown): CallFailure | BrokenConnection {
  const code = codeOf(error);
  if (!/^[0-9A-Z]{5}$/.test(code) || code === 'EPIPE') return new BrokenConnection(code);
  if (ENDED.has(code)) return new BrokenConnection(code);
  if (code === '57014') return tooSlow();
  const kind = KINDS.find(([start]) => code.startsWith(start))?.[1] ?? 'badAnswer';
  return new CallFailure(kind, `the database refused (SQLSTATE ${code})`);
}
