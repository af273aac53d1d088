import { type ErrorCode, HubError } from '../../base/hub-error.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ASSURANCE_TOO_LOW: 403,
  APP_UNKNOWN: 403,
  PURPOSE_MISSING: 400,
  ATTACHMENT_REFUSED: 422,
  TOO_MANY_REQUESTS: 429,
  LOGIN_UNAVAILABLE: 503,
  OPD_UNAVAILABLE: 503,
  STORAGE_FULL: 507,
};

/** The error with the HTTP status that its code has where files are sent. */
export function withStatus(error: unknown): unknown {
  if (!(error instanceof HubError) || 'statusCode' in error) return error;
  return Object.assign(error, { statusCode: STATUS[error.code] ?? 500 });
}
