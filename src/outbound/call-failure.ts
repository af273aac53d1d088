export type FailureKind =
  /** Not reached, timed out, or it said that it has a fault of its own. */
  | 'unavailable'
  /** It answered with something that its contract does not know. */
  | 'badAnswer'
  /** It answered that no more may be asked for now. */
  | 'quota'
  /** It does not accept our credentials. */
  | 'denied';

export interface CallFailureOptions {
  readonly retryAfterSeconds?: number | undefined;
  /** By default only where the system says that it turned the call away. */
  readonly isUndone?: boolean;
  readonly isPage?: boolean;
  readonly cause?: unknown;
}

/** Why a call out of the hub got no usable answer; holds nothing of the request or of the answer. */
export class CallFailure extends Error {
  readonly kind: FailureKind;
  readonly retryAfterSeconds: number | undefined;
  /** Whether it is certain that the system has done nothing: it never got the call, or turned it away. */
  readonly isUndone: boolean;
  /** Whether a page of HTML came where an answer was due. */
  readonly isPage: boolean;

  constructor(kind: FailureKind, message: string, options: CallFailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CallFailure';
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.isUndone = options.isUndone ?? (kind === 'quota' || kind === 'denied');
    this.isPage = options.isPage ?? false;
  }
}
