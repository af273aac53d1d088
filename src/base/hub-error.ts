/** Every way the hub can refuse or fail, closed so that clients can rely on it. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_TOO_LARGE',
  'DOCUMENT_NOT_TRUSTED',
  'DOCUMENT_UNKNOWN',
  'INGEST_SIGNATURE',
  'INGEST_STALE',
  'INGEST_REPLAYED',
  'OPD_UNAVAILABLE',
  'OPD_BAD_ANSWER',
  'OPD_QUOTA',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_BAD_ANSWER',
  'LOGIN_UNAVAILABLE',
  'SESSION_EXPIRED',
  'CSRF_REFUSED',
  'ASSURANCE_TOO_LOW',
  'APP_UNKNOWN',
  'PURPOSE_MISSING',
  'CONSENT_MISSING',
  'PROOF_WRONG',
  'PROOF_IMPOSSIBLE',
  'LINK_TAKEN',
  'LINK_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'ATTACHMENT_REFUSED',
  'STORAGE_FULL',
  'TOO_MANY_REQUESTS',
  'AUDIT_UNAVAILABLE',
  'CONFIG_INVALID',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface HubErrorOptions {
  /** What the reader of the message should do next, in one sentence. */
  readonly fix?: string;
  /** Whether the same call may succeed if made again unchanged. */
  readonly retryable?: boolean;
  readonly retryAfterSeconds?: number;
  readonly opd?: string;
  readonly cause?: unknown;
}

/**
 * The hub's only error type. Its message, fix and opd never hold personal data, because they are logged and sent to
 * clients as they are; the cause is neither.
 */
export class HubError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly fix: string | undefined;
  readonly opd: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: HubErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HubError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.fix = options.fix;
    this.opd = options.opd;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
