import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Gives the token that a page sends beside the cookie. It is made of the cookie, which pages of other sites can have sent but
 * not read; who has the token cannot tell the cookie.
 */
export function csrfTokenOf(cookie: string): string {
  return createHash('sha256').update(`hub-csrf\0${cookie}`).digest('base64url');
}

/** Whether a header is that token; the time it takes tells nothing of where they differ. */
export function isCsrfToken(given: string | readonly string[] | undefined, cookie: string): boolean {
  if (typeof given !== 'string') return false;
  const [right, other] = [Buffer.from(csrfTokenOf(cookie)), Buffer.from(given)];
  return right.length === other.length && timingSafeEqual(right, other);
}
