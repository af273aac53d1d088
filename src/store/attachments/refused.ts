import { HubError } from '../../base/hub-error.ts';

/** The refusal of a file, with what its sender can do. */
export function refused(message: string, fix: string, cause?: unknown): HubError {
  return new HubError('ATTACHMENT_REFUSED', message, { fix, cause });
}
