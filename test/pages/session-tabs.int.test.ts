import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { canLook, logIn, openBrowser, visit } from './support/look.ts';

describe.runIf(canLook)('a session in several tabs', () => {
  let hub: TestHub;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    hub = await startTestHub({ pages: true });
    browser = await openBrowser();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const comeIn = async () => {
    ({ context, page } = await visit(browser));
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await shows(page, 'main', 'Siti');
  };
  const openTab = async () => {
    const tab = await context.newPage();
    await tab.goto(`${hub.url}/warga`);
    return tab;
  };
  const shows = (tab: Page, place: string, text: string) =>
    expect.poll(() => tab.textContent(place), { timeout: 10_000 }).toContain(text);
  const comeBackTo = (tab: Page) => tab.evaluate('window.dispatchEvent(new Event("focus"))');
  const whoIsIn = () => page.evaluate(`fetch('/session/warga').then((answer) => answer.json())`) as Promise<object>;
  const forgetAtIssuer = async () => {
    const own = (await context.cookies()).filter(({ name }) => name.startsWith('hub_'));
    await context.clearCookies();
    await context.addCookies(own);
  };

  it('that ends in one of them leaves nothing of anybody in the others', async () => {
    await comeIn();
    const other = await openTab();
    await shows(other, 'main', 'Siti');
    await page.click('.account button');
    await page.waitForURL((url) => url.origin !== hub.url);
    await shows(other, 'main', 'Masuk');
    expect(await other.textContent('body')).not.toContain('Siti');
  });

  it('of somebody else shows nothing of the one before', async () => {
    await comeIn();
    await context.clearCookies();
    const other = await context.newPage();
    await logIn(other, hub.url, 'warga', 'demo', '/warga');
    await comeBackTo(page);
    await shows(page, '.account', 'Rahmat');
    expect(await page.textContent('body')).not.toContain('Siti');
  });

  it('that another tab has begun anew ends when it is left here', async () => {
    await comeIn();
    const other = await context.newPage();
    await other.goto(`${hub.url}/session/warga/masuk?kembali=/selesai`);
    await other.waitForURL(`${hub.url}/selesai`);
    await forgetAtIssuer();
    await page.click('.account button');
    await page.waitForURL((url) => url.origin !== hub.url);
    await page.goto(`${hub.url}/selesai`);
    expect(await whoIsIn()).toEqual({ loggedIn: false });
  });

  it('cannot be left while the hub refuses it, and says so', async () => {
    await comeIn();
    await page.route('**/session/warga/keluar', (route) =>
      route.fulfill({ status: 503, json: { errors: [{ message: 'x' }] } }),
    );
    await page.click('.account button');
    await shows(page, '.account [role=alert]', 'Belum keluar');
    expect(page.url()).toBe(`${hub.url}/warga`);
    expect(await whoIsIn()).toMatchObject({ loggedIn: true });
  });

  it('stays as it stands while what is between it and the hub answers with errors', async () => {
    await comeIn();
    await page.route('**/session/warga', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }));
    const asked = page.waitForResponse('**/session/warga');
    await comeBackTo(page);
    await (await asked).finished();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.textContent('main')).toContain('Siti');
  });

  it('is covered by itself when it has not been used for too long', async () => {
    ({ context, page } = await visit(browser));
    let asked = 0;
    await page.route('**/session/warga', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: asked++ < 1 ? { ...(await answer.json()), idleSeconds: 1 } : { loggedIn: false } });
    });
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await page.waitForSelector('dialog[data-veils]');
  });
});

describe.runIf(canLook)('a page that was left open, without its hub', () => {
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

  it('says so in its own words, where loading it anew would lead nowhere', async () => {
    const { page, context } = await visit(browser);
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await page.waitForSelector('.tabs');
    await context.setOffline(true);
    await page.click('a[href="/warga/tagihan"]');
    await page.getByRole('button', { name: 'Muat ulang' }).waitFor();
    expect(page.url()).toBe(`${hub.url}/warga/tagihan`);
    expect(await page.locator('h1').textContent()).toBe('Halaman ini mengalami gangguan');
    await page.getByRole('main').getByRole('alert').waitFor();
    await context.close();
  });

  it('says that it is out of date when the hub knows its questions no more', async () => {
    const { page, context } = await visit(browser);
    await page.route('**/graphql', (route) => {
      const extensions = { code: 'DOCUMENT_UNKNOWN', pesan: 'Permintaan aplikasi ini tidak terdaftar.', fix: 'x' };
      return route.fulfill({ status: 400, json: { errors: [{ message: 'No such document.', extensions }] } });
    });
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await page.getByText('Halaman ini sudah diperbarui').first().waitFor();
    await context.close();
  });
});
