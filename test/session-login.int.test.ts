import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from '../demo/issuer/testing/browser.ts';
import { HubError } from '../src/base/hub-error.ts';
import { ELSEWHERE } from '../src/session/testing/elsewhere.ts';
import { ask } from './support/ask.ts';
import { type DescribedSession, openPages, type Pages } from './support/open-pages.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const SITI = { orang: 'siti', cara: 'substantial', aksi: 'masuk' };

let hub: TestHub;
let pages: Pages;

beforeAll(async () => {
  hub = await startTestHub();
  pages = openPages(hub);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await hub.stop();
});

/** Logs in as far as the address that the issuer leads back to, which is not opened. */
async function comeBack(kembali: string, browser = pages.browse('/session/kembali')) {
  const page = await browser.open(pages.beginAt('warga', kembali));
  const back = page.text === '' ? page : await browser.send(page, SITI);
  return { browser, address: back.url.href };
}

const openAs = (browser: Browser | undefined, address: string) =>
  fetch(address, { headers: { cookie: browser?.cookiesFor('/') ?? '' }, redirect: 'manual' });

describe('the end of a log-in', () => {
  const browser = () => pages.browse('/session/kembali');

  it('leads to no other host, whatever the link said', async () => {
    const one = browser();
    for (const elsewhere of ELSEWHERE) {
      const { address } = await comeBack(elsewhere, one);
      expect((await openAs(one, address)).headers.get('location'), elsewhere).toBe(`${hub.url}/`);
    }
  });

  it('sets a cookie that no script reads, and shows no token', async () => {
    const { browser: own, address } = await comeBack('/warga');
    const response = await openAs(own, address);
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toMatch(/^hub_warga=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is of no use to another browser', async () => {
    const { address } = await comeBack('/warga');
    const other = (await comeBack('/warga')).browser;
    for (const stranger of [undefined, other]) {
      const response = await openAs(stranger, address);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(await response.text()).toContain('/session/warga/masuk?kembali=%2Fwarga');
    }
  });

  it('says calmly that it cannot be kept while the database is away, and begins anew', async () => {
    const { browser: own, address } = await comeBack('/warga');
    const away = new HubError('INTERNAL', 'The database did not answer (ECONNREFUSED)', { retryable: true });
    vi.spyOn(hub.stores.webSessions.store, 'add').mockRejectedValueOnce(away);
    const response = await openAs(own, address);
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(response.headers.get('set-cookie')).toBeNull();
    const text = await response.text();
    expect(text).toContain('href="/session/warga/masuk?kembali=%2Fwarga"');
    expect(text).not.toContain('ECONNREFUSED');
    expect(hub.logged.at(-1)).toContain('session not kept');
  });

  it('opened once more leads on, and takes nothing back', async () => {
    const { browser: own, address } = await comeBack('/warga');
    const cookie = (await openAs(own, address)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = await openAs(own, address);
    expect([again.status, again.headers.get('set-cookie')]).toEqual([303, null]);
    const described = (await (
      await fetch(`${hub.url}/session/warga`, { headers: { cookie } })
    ).json()) as DescribedSession;
    const headers = { cookie, 'hub-session': 'warga', 'hub-csrf': described.csrf };
    expect((await ask(hub.url, '{ me { name } }', { headers })).errors).toEqual([]);
  });

  it('that took too long offers another try', async () => {
    const { browser: own, address } = await comeBack('/warga');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    const response = await openAs(own, address);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('terlalu lama');
    expect(text).toContain('href="/session/warga/masuk?kembali=%2Fwarga"');
  });

  it.each([
    ['a changed state', (url: URL) => url.searchParams.set('state', 'x.y')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['a code that nobody gave', (url: URL) => url.searchParams.set('code', 'x')],
    ['the name of another issuer', (url: URL) => url.searchParams.set('iss', hub.demo.staffIssuer.url)],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    [
      'a refusal',
      (url: URL) =>
        (url.search = `?state=${url.searchParams.get('state')}&iss=${url.searchParams.get('iss')}&error=server_error&error_description=rahasia`),
    ],
    [
      'a refusal that is a script',
      (url: URL) =>
        (url.search = `?state=${url.searchParams.get('state')}&iss=${url.searchParams.get('iss')}&error=%3Cscript%3Ealert(1)%3C/script%3E`),
    ],
  ])('with %s is a calm page', async (_case, change) => {
    const { browser: own, address } = await comeBack('/warga');
    const url = new URL(address);
    change(url);
    const response = await openAs(own, url.href);
    const text = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('lang="id"');
    expect(text).not.toMatch(/rahasia|alert|"errors"/);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(hub.logged.join('\n')).not.toMatch(/rahasia|alert/);
  });
});
