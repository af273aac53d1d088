import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { canLook, logIn, openBrowser, visit } from './support/look.ts';

describe.runIf(canLook)('a session on the pages', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    hub = await startTestHub({ pages: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  it('leaves nothing of anybody behind: not after logging out, not for whoever goes back', async () => {
    const { page, wrong, context } = await visit(browser);
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await expect.poll(() => page.textContent('main')).toContain('Siti');
    // What is still on its way when somebody logs out is refused, which the browser would count as wrong.
    await page.waitForLoadState('networkidle');
    await page.click('.account button');
    await page.waitForURL((url) => url.origin !== hub.url);
    await page.goBack();
    await expect.poll(() => page.textContent('main')).toContain('Masuk');
    expect(await page.textContent('body')).not.toContain('Siti');
    const kept = await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
    );
    expect(kept).not.toMatch(/siti|1571|eyJ/i);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('whose end cannot be told to the hub says so, and goes on', async () => {
    const { page, context } = await visit(browser);
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await page.route('**/session/warga/keluar', (route) => route.abort());
    await page.click('.account button');
    await expect.poll(() => page.textContent('.account [role=alert]')).toContain('Belum keluar');
    await page.unroute('**/session/warga/keluar');
    await page.click('.account button');
    await page.waitForURL((url) => url.origin !== hub.url);
    await context.close();
  });

  it('that is over when a table is fetched is asked for anew', async () => {
    const { page, context } = await visit(browser);
    await logIn(page, hub.url, 'kantor', 'walikota', '/kota');
    await page.waitForSelector('button:has-text("CSV")');
    await page.route('**/export/**', (route) => route.fulfill({ status: 401, json: { errors: [] } }));
    await page.route('**/session/kantor', (route) => route.fulfill({ json: { loggedIn: false } }));
    await page.click('button:has-text("CSV")');
    await expect.poll(() => page.locator('dialog[data-veils]').count()).toBe(1);
    await context.close();
  });

  it('that ended elsewhere is asked for anew behind a veil, and the page goes on', async () => {
    const { page, context } = await visit(browser);
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await expect.poll(() => page.textContent('main')).toContain('Siti');
    await hub.database.pool.query('delete from web_sessions');
    // Another process may remember a session for three seconds.
    await expect
      .poll(async () => {
        // Behind the dialog nothing can be pressed.
        for (const path of ['/warga/tagihan', '/warga/pengaduan'])
          await page.click(`.tabs a[href="${path}"]`, { timeout: 500 }).catch(() => undefined);
        return page.locator('dialog[data-veils]').count();
      })
      .toBe(1);
    const [tab] = await Promise.all([context.waitForEvent('page'), page.click('dialog a')]);
    // The issuer still knows him.
    await tab.waitForURL(`${hub.url}/selesai`);
    await tab.close();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await expect.poll(() => page.textContent('.account')).toContain('Siti');
    await context.close();
  });
});

describe.runIf(canLook)('a page that was left open', () => {
  let hub: TestHub;
  let browser: Browser;
  beforeAll(async () => {
    hub = await startTestHub({ pages: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  it('loads itself anew when the hub has newer pages, and the link then works', async () => {
    const { page, context } = await visit(browser);
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    let gone = 0;
    await page.route('**/halaman/bills-*.js', (route) =>
      gone++ === 0 ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.click('a[href="/warga/tagihan"]');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Tagihan');
    expect(gone).toBe(2);
    await context.close();
  });

  it('says calmly that a part of it cannot be shown', async () => {
    const { page, context } = await visit(browser);
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await page.route('**/halaman/bills-*.js', (route) => route.fulfill({ status: 404 }));
    await page.click('a[href="/warga/tagihan"]');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Halaman ini mengalami gangguan');
    expect(await page.locator('main button').textContent()).toBe('Muat ulang');
    await context.close();
  });
});
