import { type Browser, openBrowser } from '../../demo/issuer/testing/browser.ts';
import type { SessionKind } from '../../src/ports/web-session-store.ts';
import type { TestHub } from './start-test-hub.ts';

/** What a page is told of a session. */
export interface DescribedSession {
  readonly loggedIn: boolean;
  readonly csrf: string;
  readonly who: string;
  readonly name: string | null;
  readonly acr: string;
  readonly idleSeconds: number;
}

/** Somebody who is logged in on the hub's pages. */
export interface LoggedIn {
  readonly browser: Browser;
  readonly described: DescribedSession;
  /** What requests of the pages carry. */
  readonly headers: Readonly<Record<string, string>>;
  /** The value of the cookie. */
  readonly value: string;
}

/** The hub's own pages, as far as a log-in needs them. */
export interface Pages {
  /** A browser that stops before it opens an address of the hub that begins so. */
  browse(stop?: string): Browser;
  beginAt(kind: SessionKind, kembali: string, acr?: string): string;
  describe(browser: Browser, kind: SessionKind): Promise<DescribedSession>;
  /** Logs in by the form of the issuer's page, or by the log-in that the browser has there. */
  logIn(kind: SessionKind, form: Record<string, string>, browser?: Browser): Promise<LoggedIn>;
  readonly browsers: readonly Browser[];
  /** Cookies and tokens of every session, by names that may be shown. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Opens the pages of a hub. */
export function openPages(hub: Pick<TestHub, 'url' | 'stores'>): Pages {
  const browsers: Browser[] = [];
  const secrets = new Map<string, string>();
  const browse: Pages['browse'] = (stop = '/warga') => {
    const browser = openBrowser(hub.url + stop);
    browsers.push(browser);
    return browser;
  };
  const beginAt: Pages['beginAt'] = (kind, kembali, acr) =>
    `${hub.url}/session/${kind}/masuk?${new URLSearchParams({ kembali, ...(acr && { acr }) })}`;
  const describe: Pages['describe'] = async (browser, kind) => {
    const response = await fetch(`${hub.url}/session/${kind}`, { headers: { cookie: browser.cookiesFor('/') } });
    return (await response.json()) as DescribedSession;
  };
  const logIn: Pages['logIn'] = async (kind, form, browser = browse(`/${kind}`)) => {
    const page = await browser.open(beginAt(kind, `/${kind}/awal`));
    const back = page.text === '' ? page : await browser.send(page, form);
    if (back.url.href !== `${hub.url}/${kind}/awal`) throw new Error('The log-in does not lead back');
    const described = await describe(browser, kind);
    const cookie = browser.cookiesFor('/');
    const value = new RegExp(`hub_${kind}=([^;]+)`).exec(cookie)?.[1] ?? '';
    const kept = await hub.stores.webSessions.store.find(value);
    for (const [name, secret] of Object.entries({ cookie: value, csrf: described.csrf, ...kept?.tokens }))
      if (typeof secret === 'string') secrets.set(`${name} of session ${secrets.size}`, secret);
    return { browser, described, headers: { cookie, 'hub-session': kind, 'hub-csrf': described.csrf }, value };
  };
  return { browse, beginAt, describe, logIn, browsers, secrets };
}
