import { HubError } from '../../base/hub-error.ts';

/** The refusal of a token; the message says what is wrong and nothing of what stands in it. */
export function refuseToken(message = 'The token is not valid here.', cause?: unknown): HubError {
  return new HubError('UNAUTHENTICATED', message, { fix: 'Log in again and send the new token.', cause });
}

/** The answer where no token can be checked, good or bad. */
export function loginUnavailable(cause: unknown): HubError {
  return new HubError('LOGIN_UNAVAILABLE', 'The log-in service cannot be reached, so no token can be checked.', {
    fix: 'Try again in a moment. Operator: check HUB_OIDC_ISSUER and the other issuers.',
    retryable: true,
    retryAfterSeconds: 5,
    cause,
  });
}
