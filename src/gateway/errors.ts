import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HubError } from '../base/hub-error.ts';
import type { Log } from '../base/log.ts';
import { sentenceFor } from './messages.ts';
import { createOutageLog } from './outage-log.ts';

export interface ErrorFormatterOptions {
  readonly log: Log;
  /** An agency's name by its code, for the sentence that people read. */
  findOpdName(code: string): string | undefined;
}

/** Makes what a client gets of an error. Never throws, and lets nothing through that was not written for clients. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Creates the only place in the hub where errors become answers. */
export function createErrorFormatter({ log, findOpdName }: ErrorFormatterOptions): FormatError {
  const logOutage = createOutageLog(log);
  return (formatted, error) => {
    const known = findHubError(error);
    if (known) {
      if (known.code.startsWith('OPD_')) logOutage(known);
      if (known.code === 'INTERNAL' || known.code === 'CONFIG_INVALID') return maskFault(formatted, known, log);
      return describe(formatted, known.message, known.code, known, known.opd && (findOpdName(known.opd) ?? known.opd));
    }
    const code = String(formatted.extensions?.code ?? 'INTERNAL');
    if (isUnexpected(error, code)) return maskFault(formatted, error, log);
    return describe(formatted, formatted.message, code === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL' : code, {}, undefined);
  };
}

interface Details {
  readonly opd?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly fix?: string | undefined;
}

function describe(
  { path, locations }: GraphQLFormattedError,
  message: string,
  code: string,
  { opd, retryAfterSeconds, fix }: Details,
  opdName: string | undefined,
): GraphQLFormattedError {
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: {
      code,
      ...(opd && { opd }),
      ...(retryAfterSeconds !== undefined && { retryAfter: retryAfterSeconds }),
      ...(fix && { fix }),
      pesan: sentenceFor(code, opdName, retryAfterSeconds),
    },
  };
}

/** A fault of the hub itself: the client gets a reference, the operator finds the error under it in the log. */
function maskFault(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const reference = randomUUID();
  logFault(log, reference, error);
  const fix = `Report it to the hub's operator with the reference ${reference}.`;
  return describe(formatted, 'Something went wrong inside the hub.', 'INTERNAL', { fix }, undefined);
}

/** Writes where a fault happened under the reference that the client got. */
export function logFault(log: Log, reference: string, error: unknown): void {
  log.error('fault', { reference, ...withoutMessage(unwrap(error)) });
}

/** A library's message may quote the value it stumbled over, which may be a citizen's: only where it happened is logged. */
function withoutMessage(error: unknown): Record<string, unknown> {
  if (error instanceof HubError) return { error };
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, frames: frames?.map((line) => line.trim()) };
}

/** An error that nobody threw for a client: not GraphQL's own (parse, validation, null violation) and not the hub's. */
export function isUnexpected(error: unknown, code: string): boolean {
  if (code !== 'INTERNAL' && code !== 'INTERNAL_SERVER_ERROR') return false;
  if (!(error instanceof GraphQLError)) return true;
  return (
    error.originalError !== undefined && error.originalError !== null && !(error.originalError instanceof GraphQLError)
  );
}

/** The hub's own error, however often it was wrapped on the way. */
export function findHubError(error: unknown): HubError | undefined {
  const inner = unwrap(error);
  return inner instanceof HubError ? inner : undefined;
}

function unwrap(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof GraphQLError; depth++) {
    if (!current.originalError) return current;
    current = current.originalError;
  }
  return current;
}

/** Wraps a refusal made before any operation runs, so that Apollo Server answers it with this HTTP status. */
export function asHttpRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const known = error instanceof HubError ? error : undefined;
  const status = known === undefined ? 500 : (STATUS[known.code] ?? 500);
  const headers = new Map<string, string>();
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (known?.retryAfterSeconds !== undefined) headers.set('retry-after', String(known.retryAfterSeconds));
  return new GraphQLError(known?.message ?? 'fault', {
    originalError: error instanceof Error ? error : null,
    extensions: { code: known?.code ?? 'INTERNAL', http: { status, headers } },
  });
}

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  OPERATION_TOO_LARGE: 400,
  DOCUMENT_NOT_TRUSTED: 400,
  DOCUMENT_UNKNOWN: 400,
  LOGIN_UNAVAILABLE: 503,
  ASSURANCE_TOO_LOW: 403,
  APP_UNKNOWN: 403,
  PURPOSE_MISSING: 400,
  CONSENT_MISSING: 403,
  TOO_MANY_REQUESTS: 429,
  AUDIT_UNAVAILABLE: 503,
};
