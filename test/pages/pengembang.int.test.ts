import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../src/base/hub-error.ts';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { listBarriers } from './support/list-barriers.ts';
import { canLook, openBrowser, visit, widthBeyondWindow } from './support/look.ts';

const VIEWS = [
  '/',
  '/pengembang',
  '/pengembang/rujukan',
  '/pengembang/rujukan/Citizen',
  '/pengembang/contoh',
  '/pengembang/galat',
  '/pengembang/daftar',
];

describe.runIf(canLook)('the landing page and the developer’s door', () => {
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

  it('count what this very hub holds, and lead to every door', async () => {
    const { page, wrong, context, shoot } = await visit(browser);
    await page.goto(hub.url);
    await expect.poll(() => page.locator('.counts').textContent()).toContain('sistem lama tersambung');
    const { data } = await hub.ask('{ hub { opds services } }');
    const counts = await page.locator('.counts dd').allTextContents();
    expect(counts).toEqual(expect.arrayContaining([String(data.hub.opds), String(data.hub.services)]));
    for (const door of ['warga', 'kota', 'opd', 'pengembang']) {
      await page.goto(hub.url);
      await page.click(`main a[href="/${door}"]`);
      await page.waitForURL(`${hub.url}/${door}`);
      await page.waitForSelector('h1');
    }
    await shoot('pengembang');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('find a field by words, open its type, and the back button leads back to what was found', async () => {
    const { page, wrong, context } = await visit(browser);
    await page.goto(`${hub.url}/pengembang/rujukan`);
    await page.fill('input[type=search]', 'taxBills');
    await page.click('.results a >> nth=0');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Citizen');
    expect(await page.textContent('main')).toContain('BPPRD');
    await page.goBack();
    await expect.poll(() => page.inputValue('input[type=search]')).toBe('taxBills');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('list every code with which the hub refuses', async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${hub.url}/pengembang/galat`);
    await page.waitForSelector('tbody tr');
    const shown = await page.locator('tbody th').allTextContents();
    // A mistake in settings ends the start, so no client meets it.
    expect(errorCodes.filter((code) => code !== 'CONFIG_INVALID' && !shown.includes(code))).toEqual([]);
    await context.close();
  });

  it('remember the language and the appearance from page to page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(hub.url);
    await page.click('button[lang=en]');
    await page.click('button.theme');
    await page.click('button.theme');
    await page.goto(`${hub.url}/pengembang`);
    await expect.poll(() => page.locator('h1').textContent()).toBe('One API for every OPD');
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dataset.theme]')).toEqual([
      'en',
      'dark',
    ]);
    await context.close();
  });

  it.each([
    [360, 'light', 'id'],
    [1920, 'dark', 'en'],
  ] as const)('keep nobody out and fit, at %i px, %s, %s', async (width, theme, language) => {
    const { page, context } = await visit(browser, { width, theme, language, bypassCsp: true });
    for (const view of VIEWS) {
      await page.goto(hub.url + view);
      await page.waitForLoadState('networkidle');
      await page.waitForSelector('h1');
      expect([view, await widthBeyondWindow(page)]).toEqual([view, 0]);
      expect([view, await listBarriers(page)]).toEqual([view, []]);
    }
    await context.close();
  });
});
