export type FailureKind =
  /** Not reached, timed out, or it said that it has a fault of its own. */
  | 'unavailable'
  /** It answered with something that its contract does not know. */
  | 'badAnswer'
  /** It answered that no more may be asked for now. */
  | 'quota'
  /** It does not accept our credentials. */
  | 'denied';

/** Why a call out of the hub got no usable answer; holds nothing of the request or of the answer. */
export class CallFailure extends Error {
  readonly kind: FailureKind;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: FailureKind,
    message: string,
    options: { retryAfterSeconds?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CallFailure';
    this.kind = kind;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
