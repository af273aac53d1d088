import { createHmac, randomBytes } from 'node:crypto';
import type { LoginSeal, SessionKind } from '../ports/web-session-store.ts';
import { LOGIN_SECONDS } from './session-cookies.ts';

/** A log-in, or a log-out, that is under way at the issuer. */
export interface LoginState {
  readonly kind: SessionKind;
  readonly what: 'masuk' | 'keluar';
  /** Where the browser goes in the end. */
  readonly returnPath: string;
}

/** What only the browser that began a log-in can end it with. */
export interface LoginSecrets {
  readonly verifier: string;
  readonly nonce: string;
}

interface Sealed extends LoginState {
  readonly random: string;
  readonly endsMs: number;
}

/** Seals what a log-in needs to know in the end as the `state` that the issuer gives back; nothing of it is kept here. */
export function sealLogin(seal: LoginSeal, state: LoginState, nowMs: number): string {
  const random = randomBytes(16).toString('base64url');
  const sealed: Sealed = { ...state, random, endsMs: nowMs + LOGIN_SECONDS * 1000 };
  return seal.seal(JSON.stringify(sealed));
}

/** Gives what was sealed, and whether that is too long ago; undefined for what was not begun here. */
export function openLogin(
  seal: LoginSeal,
  state: string,
  nowMs: number,
): (LoginState & { isLate: boolean }) | undefined {
  const content = seal.open(state);
  if (content === undefined) return undefined;
  const { kind, what, returnPath, endsMs } = JSON.parse(content) as Sealed;
  return { kind, what, returnPath, isLate: endsMs <= nowMs };
}

/**
 * Makes PKCE's verifier and the nonce of the browser's cookie and the state: another browser has others, so that it can end
 * no log-in of this one, however it came by the address.
 */
export function secretsOf(cookie: string, state: string): LoginSecrets {
  const make = (what: string) => createHmac('sha256', cookie).update(`${what}\0${state}`).digest('base64url');
  return { verifier: make('verifier'), nonce: make('nonce') };
}
