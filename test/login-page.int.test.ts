import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuer, startIssuer } from '../demo/issuer/index.ts';
import { APP, beginLogin } from '../demo/issuer/testing/app.ts';
import { findPerson } from '../demo/people/find-person.ts';
import { createPopulation } from '../demo/people/population.ts';
import { staff } from '../demo/people/staff.ts';
import { serveHttp } from '../demo/serve-http.ts';
import { projectRoot } from '../src/project-root.ts';

const CHROMIUM = '/usr/bin/chromium';
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
// Not kept by git; to look at.
const pictures = join(projectRoot, '.data/pictures');

describe.runIf(canLook)('the log-in page in a real browser', () => {
  let folder: string;
  let citizens: Issuer;
  let others: Issuer;
  let app: Awaited<ReturnType<typeof serveHttp>>;
  let redirectUri: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'login-'));
    app = await serveHttp(
      async (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('aplikasi'),
      0,
      '127.0.0.1',
    );
    redirectUri = `${app.url}/kembali`;
    const findClient = async () => ({ ...APP, client_name: 'Layanan Warga', redirect_uris: [redirectUri] });
    const common = { audience: 'hub-kota-jambi', findClient };
    const people = createPopulation(40).map(({ nik, name, alias }) => ({ nik, name, ...(alias && { alias }) }));
    citizens = await startIssuer({ ...common, realm: 'citizens', dataDir: join(folder, 'citizens'), people });
    others = await startIssuer({ ...common, realm: 'staff', dataDir: join(folder, 'staff'), people: staff });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: quiet });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([citizens?.stop(), others?.stop(), app?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens the log-in page in a fresh browser, gathering what goes wrong on it and where it is led. */
  async function open(
    issuer: Issuer,
    { width = 360, dark = false, javaScriptEnabled = true, ...change }: Record<string, unknown> = {},
  ) {
    const context = await browser.newContext({
      viewport: { width: Number(width), height: 800 },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: javaScriptEnabled === true,
    });
    context.setDefaultTimeout(8000);
    const page = await context.newPage();
    const wrong: string[] = [];
    const urls: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
    });
    page.on('request', (request) => urls.push(request.url()));
    const login = beginLogin(issuer, { redirect_uri: redirectUri, ...(change as Record<string, string>) });
    await page.goto(login.url, { waitUntil: 'networkidle' });
    return { page, wrong, urls, exchange: login.exchange };
  }

  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

  it('logs in as siti at 360 px, every field with its label, and no NIK in an address', async () => {
    const { page, wrong, urls, exchange } = await open(citizens);
    await picture(page, 'login-citizens-360');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    const unlabelled = '[...document.querySelectorAll("input")].filter((input) => input.labels.length === 0).length';
    expect(await page.evaluate(unlabelled)).toBe(0);
    await page.getByLabel('Siti Marlina').check();
    await page.getByLabel('Wajah (IKD)').check();
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${redirectUri}?**`);
    const tokens = await exchange(new URL(page.url()), { redirect_uri: redirectUri });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ nik: findPerson('siti').nik, acr: 'high' });
    expect(urls.filter((url) => /\d{16}/.test(url))).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('logs in without a script by a typed NIK, after a wrong one', async () => {
    const { page, exchange } = await open(citizens, { javaScriptEnabled: false, acr_values: 'substantial' });
    expect(await page.getByLabel('Kata sandi tingkat rendah').isDisabled()).toBe(true);
    await page.getByLabel(/NIK/).fill('1571999999999999');
    await page.getByRole('button', { name: 'Masuk' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('NIK');
    await picture(page, 'login-citizens-problem');
    await page.getByLabel(/NIK/).fill(findPerson('lunas').nik);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${redirectUri}?**`);
    const tokens = await exchange(new URL(page.url()), { redirect_uri: redirectUri });
    expect(decodeJwt(tokens.access_token).nik).toBe(findPerson('lunas').nik);
    await page.context().close();
  });

  it('logs in somebody in office, in the dark', async () => {
    const { page, wrong, exchange } = await open(others, { dark: true, width: 1280, acr_values: 'high' });
    await picture(page, 'login-staff-dark');
    await page.getByLabel('Auditor Inspektorat').check();
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${redirectUri}?**`);
    const tokens = await exchange(new URL(page.url()), { redirect_uri: redirectUri });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ roles: ['auditor'], acr: 'high' });
    expect(wrong).toEqual([]);
    await page.goto(`${others.url}/session/end`);
    await picture(page, 'logout-staff-dark');
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForSelector('text=Anda sudah keluar');
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('lets somebody else log in after the first, whose log-in it ends', async () => {
    const { page, wrong } = await open(others);
    await page.getByLabel('Sekretaris Daerah').check();
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${redirectUri}?**`);
    const again = beginLogin(others, { redirect_uri: redirectUri, prompt: 'login' });
    await page.goto(again.url);
    expect(await page.getByLabel('Sekretaris Daerah').isChecked()).toBe(true);
    await page.getByLabel('Operator Hub').check();
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${redirectUri}?**`);
    const tokens = await again.exchange(new URL(page.url()), { redirect_uri: redirectUri });
    expect(decodeJwt(tokens.access_token).roles).toEqual(['operator']);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('leads back to the app when one cancels', async () => {
    const { page, wrong } = await open(others);
    await picture(page, 'login-staff-360');
    await page.getByRole('button', { name: 'Batal' }).click();
    await page.waitForURL(`${redirectUri}?**error=access_denied**`);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});
