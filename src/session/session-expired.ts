import { HubError } from '../base/hub-error.ts';

/** The refusal of a session that there is no more. */
export function sessionExpired(): HubError {
  return new HubError('SESSION_EXPIRED', 'The session has ended.', {
    fix: 'Send the person to /session/<kind>/masuk to log in again.',
  });
}
