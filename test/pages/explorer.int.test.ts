import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../support/start-test-hub.ts';
import { canLook, logIn, openBrowser, visit } from './support/look.ts';

describe.runIf(canLook)('the explorer', () => {
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

  it('gives a demo token for one press, and the preloaded query answers from all systems', async () => {
    const { page, wrong, context } = await visit(browser);
    await page.goto(`${hub.url}/explorer`);
    await page.waitForSelector('.graphiql-container');
    await page.click('#demo-login button[type=submit]');
    await page.waitForSelector('#token-state:not([data-state="none"])');
    await page.click('.graphiql-tab >> text=Home');
    await page.click('.graphiql-execute-button');
    await expect.poll(() => page.textContent('.result-window'), { timeout: 10_000 }).toContain('RAHMAT SYAHPUTRA');
    const storage = (await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])',
    )) as string;
    expect(storage).not.toContain('eyJ');
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('asks as whoever is logged in on the pages, without ever seeing his token', async () => {
    const { page, wrong, context } = await visit(browser);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(JSON.stringify(request.headers())));
    await logIn(page, hub.url, 'warga', 'siti', '/warga');
    await page.goto(`${hub.url}/explorer`);
    await page.click('#page-sessions button');
    await expect.poll(() => page.textContent('#token-holder')).toContain('Sesi: Siti');
    await page.click('.graphiql-tab >> text=Home');
    await page.click('.graphiql-execute-button');
    await expect.poll(() => page.textContent('.result-window'), { timeout: 10_000 }).toContain('"name": "SITI');
    expect(sent.filter((headers) => headers.includes('eyJ'))).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
