import { randomBytes } from 'node:crypto';
import type { SessionKind } from '../ports/web-session-store.ts';

/** The cookies of the hub's own pages; no script can read one, and no other host can set one over TLS. */
export interface SessionCookies {
  /** The value of a session's cookie, where it looks like one. */
  find(header: string | undefined, kind: SessionKind): string | undefined;
  keep(kind: SessionKind, value: string): string;
  drop(kind: SessionKind): string;
  /** What binds the log-ins that are under way, in however many tabs, to this browser. */
  findLogin(header: string | undefined): string | undefined;
  keepLogin(value: string): string;
}

/** As long as somebody may take to log in. */
export const LOGIN_SECONDS = 600;

const LOGIN = 'masuk';
const VALUE = /^[\w-]{43}$/;

/** A value that nobody guesses. */
export function drawCookie(): string {
  return randomBytes(32).toString('base64url');
}

/** Creates the writer and reader of cookies; without TLS, on the developer's machine, they are plain ones. */
export function createSessionCookies(isSecure: boolean): SessionCookies {
  const nameOf = (what: string) => `${isSecure ? '__Host-' : ''}hub_${what}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const find = (header: string | undefined, what: string) => findCookie(header, nameOf(what));
  return {
    find,
    // Without an age it goes with the browser: on a machine that others use too, that is the log-out most people do.
    keep: (kind, value) => `${nameOf(kind)}=${value}; ${attributes}`,
    drop: (kind) => `${nameOf(kind)}=; ${attributes}; Max-Age=0`,
    findLogin: (header) => find(header, LOGIN),
    keepLogin: (value) => `${nameOf(LOGIN)}=${value}; ${attributes}; Max-Age=${LOGIN_SECONDS}`,
  };
}

/** The first of its name; anything that was not drawn here is none. */
function findCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return VALUE.test(value) ? value : undefined;
  }
  return undefined;
}
