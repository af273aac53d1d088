import { describe, expect, it } from 'vitest';
import type { LoginSeal } from '../ports/web-session-store.ts';
import { openLogin, sealLogin, secretsOf } from './login-state.ts';
import { drawCookie } from './session-cookies.ts';

// Open to read: what it is sealed with is the store's.
const seal: LoginSeal = { seal: (content) => content, open: (text) => (text.startsWith('{') ? text : undefined) };
const LOGIN = { kind: 'warga', what: 'masuk', returnPath: '/warga/izin' } as const;

describe('a log-in that is under way', () => {
  it('is known again for ten minutes', () => {
    const state = sealLogin(seal, LOGIN, 1000);
    expect(openLogin(seal, state, 600_999)).toEqual({ ...LOGIN, isLate: false });
    expect(openLogin(seal, state, 601_000)).toEqual({ ...LOGIN, isLate: true });
    for (const other of ['', 'x']) expect(openLogin(seal, other, 1000)).toBeUndefined();
  });

  it('has secrets of its own, which only its browser can make, and which do not stand in the state', () => {
    const cookie = drawCookie();
    const [first, second] = [sealLogin(seal, LOGIN, 0), sealLogin(seal, LOGIN, 0)];
    expect(first).not.toBe(second);
    const secrets = secretsOf(cookie, first);
    expect(secretsOf(cookie, first)).toEqual(secrets);
    const all = [secrets, secretsOf(cookie, second), secretsOf(drawCookie(), first)].flatMap(Object.values);
    expect(new Set(all).size).toBe(6);
    for (const secret of all) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(first).not.toContain(secret);
    }
  });
});
