import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../../../src/project-root.ts';

const CHROMIUM = '/usr/bin/chromium';
const SHOTS = join(projectRoot, 'test', 'pages', '.shots');
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** .ci/run installs Chromium, so there its absence fails; a developer's machine may have another browser or none. */
export const canLook = existsSync(CHROMIUM) || Boolean(process.env.CI);

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

export interface LookOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'id' | 'en';
  readonly theme?: 'light' | 'dark';
  /** Lets a test put its own scripts into the page, as axe must be. */
  readonly bypassCsp?: boolean;
}

/** Somebody's browser, with everything that goes wrong in it. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors, refusals of the content policy and hosts that are not this machine's; what a test expects it takes out. */
  readonly wrong: string[];
  /** Takes a picture into an ignored folder, for whoever wants to look. */
  shoot(name: string): Promise<void>;
}

/** Opens a browser of somebody's own: nothing is shared with other visitors. */
export async function visit(browser: Browser, options: LookOptions = {}): Promise<Visitor> {
  const { width = 1280, height = 800, language = 'id', theme = 'light', bypassCsp = false } = options;
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: bypassCsp, locale: 'id-ID' });
  await context.addInitScript(
    `localStorage.setItem('lang', '${language}'); localStorage.setItem('theme', '${theme}');`,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') wrong.push(`asked ${hostname}`);
  });
  const shoot = async (name: string): Promise<void> => {
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  };
  return { context, page, wrong, shoot };
}

/** Logs in on the issuer's own page and comes back to `to`. */
export async function logIn(
  page: Page,
  hubUrl: string,
  kind: 'warga' | 'kantor',
  who: string,
  to: string,
): Promise<void> {
  await page.goto(`${hubUrl}/session/${kind}/masuk?kembali=${encodeURIComponent(to)}`);
  await page.check(`input[name=orang][value="${who}"]`);
  await page.click('button[value=masuk]');
  await page.waitForURL(`${hubUrl}${to}`);
}

/** How far the page is wider than the window, in pixels: more than 0 means that people must scroll sideways. */
export function widthBeyondWindow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}
