/** An error as OAuth 2.0 says it (RFC 6749 section 5.2); its description repeats nothing of the request. */
export class OauthError extends Error {
  readonly status: number;
  readonly error: 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type' | 'slow_down';
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, error: OauthError['error'], description: string, retryAfterSeconds?: number) {
    super(description);
    this.status = status;
    this.error = error;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** @throws OauthError invalid_request with this description. */
export function refuseRequest(description: string): never {
  throw new OauthError(400, 'invalid_request', description);
}
