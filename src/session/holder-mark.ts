import { createHash } from 'node:crypto';
import type { SessionHolder } from '../ports/web-session-store.ts';

/** A mark that is the same whenever the same person logs in, by which a page sees that somebody else has; it is told to him alone. */
export function holderMarkOf({ subject, name }: SessionHolder): string {
  return createHash('sha256')
    .update(JSON.stringify(['hub-holder', subject ?? name ?? null]))
    .digest('base64url');
}
