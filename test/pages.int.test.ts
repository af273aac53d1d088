import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const CHROMIUM = '/usr/bin/chromium';
// .ci/run installs it, so there its absence fails; a developer's machine may have another browser or none.
const canLook = existsSync(CHROMIUM) || Boolean(process.env.CI);
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.runIf(canLook)('the pages in a real browser', () => {
  let hub: TestHub;
  let browser: Browser;

  beforeAll(async () => {
    hub = await startTestHub();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: quiet });
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  /** Opens a page and gathers what goes wrong on it: errors, refusals of the content policy, other hosts. */
  async function open(path: string, width = 1280): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') wrong.push(`asked ${hostname}`);
    });
    await page.goto(`${hub.url}${path}`, { waitUntil: 'networkidle' });
    return { page, wrong };
  }

  it.each([1280, 360])('the landing page says what this is and leads to the explorer, at %i px', async (width) => {
    const { page, wrong } = await open('/', width);
    expect(await page.textContent('h1')).toBeTruthy();
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.locator('a[href="/explorer"]').filter({ visible: true }).first().click();
    await page.waitForSelector('.graphiql-container');
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('one click gives a demo token, and the preloaded query answers from all systems', async () => {
    const { page, wrong } = await open('/explorer');
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
    await page.close();
  });
});
