import { describe, expect, it } from 'vitest';
import { createSessionCookies, drawCookie } from './session-cookies.ts';

describe('the cookie of a session', () => {
  const value = drawCookie();

  it('is out of reach for scripts, other sites and, over TLS, other hosts', () => {
    expect(createSessionCookies(true).keep('warga', value)).toBe(
      `__Host-hub_warga=${value}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(createSessionCookies(false).keep('kantor', value)).toBe(
      `hub_kantor=${value}; Path=/; HttpOnly; SameSite=Lax`,
    );
  });

  it('goes when it is dropped', () => {
    expect(createSessionCookies(true).drop('kantor')).toMatch(/^__Host-hub_kantor=; .*Max-Age=0$/);
  });

  it('is found among others, each kind its own', () => {
    const cookies = createSessionCookies(false);
    const header = `x=1; hub_kantor=${value};hub_warga=${'B'.repeat(43)}; y`;
    expect(cookies.find(header, 'kantor')).toBe(value);
    expect(cookies.find(header, 'warga')).toBe('B'.repeat(43));
    expect(cookies.findLogin(header)).toBeUndefined();
  });

  it('without the prefix counts for nothing over TLS', () => {
    expect(createSessionCookies(true).find(`hub_warga=${value}`, 'warga')).toBeUndefined();
  });

  it.each([undefined, '', 'hub_warga', 'hub_warga=', 'hub_warga=short', `xhub_warga=${'A'.repeat(43)}`, '=;;'])(
    'is none in %j',
    (header) => {
      expect(createSessionCookies(false).find(header, 'warga')).toBeUndefined();
    },
  );

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, drawCookie)).size).toBe(100);
  });
});
