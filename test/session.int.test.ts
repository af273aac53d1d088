import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browser, openBrowser } from '../demo/issuer/testing/browser.ts';
import { findPerson } from '../demo/people/find-person.ts';
import type { SessionKind } from '../src/ports/web-session-store.ts';
import { ELSEWHERE } from '../src/session/testing/elsewhere.ts';
import { type Answer, ask, readAnswer } from './support/ask.ts';
import { findInDatabase, findInText } from './support/search-database.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const SITI = { orang: 'siti', cara: 'substantial', aksi: 'masuk' };
const MAYOR = { orang: 'walikota', cara: 'high', aksi: 'masuk' };
const ME = '{ me { name } }';
const MINUTE_MS = 60_000;

let hub: TestHub;
const browsers: Browser[] = [];
/** What may be found nowhere, by a name that may be shown. */
const secrets = new Map<string, string>();

beforeAll(async () => {
  hub = await startTestHub();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await hub.stop();
});

interface Described {
  readonly loggedIn: boolean;
  readonly csrf: string;
  readonly name: string | null;
  readonly acr: string;
  readonly expiresAt: string;
  readonly idleSeconds: number;
}

/** A browser that stops before it opens an address of the hub that begins so. */
function browse(stop = '/warga'): Browser {
  const browser = openBrowser(hub.url + stop);
  browsers.push(browser);
  return browser;
}

const beginPath = (kind: SessionKind, kembali: string, acr?: string) =>
  `${hub.url}/session/${kind}/masuk?${new URLSearchParams({ kembali, ...(acr && { acr }) })}`;

async function describeSession(browser: Browser, kind: SessionKind): Promise<Described> {
  const response = await fetch(`${hub.url}/session/${kind}`, { headers: { cookie: browser.cookiesFor('/') } });
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return (await response.json()) as Described;
}

/** Logs in as a page would have it, and gives what its requests carry. */
async function logIn(kind: SessionKind, form: Record<string, string>, browser = browse(`/${kind}`)) {
  const page = await browser.open(beginPath(kind, `/${kind}/awal`));
  const back = page.text === '' ? page : await browser.send(page, form);
  expect(back.url.href).toBe(`${hub.url}/${kind}/awal`);
  const described = await describeSession(browser, kind);
  const cookie = browser.cookiesFor('/');
  const value = new RegExp(`hub_${kind}=([^;]+)`).exec(cookie)?.[1] ?? '';
  const kept = await hub.stores.webSessions.store.find(value);
  for (const [name, secret] of Object.entries({ cookie: value, csrf: described.csrf, ...kept?.tokens }))
    if (typeof secret === 'string') secrets.set(`${name} ${secrets.size}`, secret);
  const headers = { cookie, 'hub-session': kind, 'hub-csrf': described.csrf };
  return { browser, described, headers, value };
}

const askBy = (headers: Record<string, string>, query = ME): Promise<Answer> => ask(hub.url, query, { headers });
/** As the civil registry writes names. */
const atDukcapil = (alias: 'siti' | 'demo') => findPerson(alias).name.toUpperCase();
const codeOf = ({ errors }: Answer) => errors[0]?.extensions.code;

async function logOut(kind: SessionKind, headers: Record<string, string>) {
  const response = await fetch(`${hub.url}/session/${kind}/keluar`, { method: 'POST', headers });
  return { response, to: ((await response.clone().json()) as { to: string }).to };
}

describe('a log-in', () => {
  it('of a citizen lets the pages ask as he', async () => {
    const { described, headers } = await logIn('warga', SITI);
    expect(described).toMatchObject({ loggedIn: true, roles: [], opd: null, acr: 'substantial' });
    expect(described.name).toBe(findPerson('siti').name);
    expect(described.idleSeconds).toBeGreaterThan(29 * 60);
    expect(JSON.stringify(described)).not.toContain(findPerson('siti').nik);
    const answer = await askBy(headers);
    expect(answer.errors).toEqual([]);
    expect(answer.data.me.name).toBe(atDukcapil('siti'));
  });

  it('of somebody in office says what he is, and he asks for a purpose', async () => {
    const { described, headers } = await logIn('kantor', MAYOR);
    expect(described).toMatchObject({ loggedIn: true, name: 'Wali Kota', roles: ['mayor'], opd: null, acr: 'high' });
    const query = '{ city { opds { name overdueApplications } } }';
    expect(codeOf(await askBy(headers, query))).toBe('PURPOSE_MISSING');
    const answer = await askBy({ ...headers, 'hub-purpose': 'pengawasan-kota' }, query);
    expect(answer.errors).toEqual([]);
    const officer = await logIn('kantor', { ...MAYOR, orang: 'petugas-dpmptsp' });
    expect(officer.described).toMatchObject({ roles: ['officer'], opd: 'dpmptsp' });
  });

  it('of one kind leaves the other as it is, in the same browser', async () => {
    const { browser, value } = await logIn('warga', SITI);
    expect(await describeSession(browser, 'kantor')).toEqual({ loggedIn: false });
    const office = openBrowser(`${hub.url}/kantor`);
    const { headers } = await logIn('kantor', MAYOR, office);
    const cookie = `${headers.cookie}; hub_warga=${value}`;
    const both = await fetch(`${hub.url}/session/warga`, { headers: { cookie } });
    expect(await both.json()).toMatchObject({ loggedIn: true });
  });

  it('again ends the session that the browser had, under a new cookie', async () => {
    const first = await logIn('warga', SITI);
    const second = await logIn('warga', SITI, first.browser);
    expect(second.value).not.toBe(first.value);
    expect(codeOf(await askBy(first.headers))).toBe('SESSION_EXPIRED');
    expect((await askBy(second.headers)).errors).toEqual([]);
  });

  it('may be wanted surer, and then asks again', async () => {
    const { browser, described } = await logIn('warga', { ...SITI, cara: 'low' });
    expect(described.acr).toBe('low');
    const page = await browser.open(beginPath('warga', '/warga/tpp', 'substantial'));
    expect(page.text).toContain('Aplikasi ini meminta');
    expect((await browser.send(page, SITI)).url.pathname).toBe('/warga/tpp');
    expect((await describeSession(browser, 'warga')).acr).toBe('substantial');
  });

  it('goes on in two tabs, each to its own page', async () => {
    const browser = browse();
    const tabs = [];
    for (const tab of ['satu', 'dua']) tabs.push(await browser.open(beginPath('warga', `/warga/${tab}`)));
    for (const [index, name] of [
      [1, 'dua'],
      [0, 'satu'],
    ] as const) {
      const page = tabs[index];
      if (page) expect((await browser.send(page, SITI)).url.pathname).toBe(`/warga/${name}`);
    }
    expect((await describeSession(browser, 'warga')).loggedIn).toBe(true);
  });

  it('that is cancelled leads back, and changes nothing', async () => {
    const nobody = browse();
    const page = await nobody.open(beginPath('warga', '/warga/izin'));
    expect((await nobody.send(page, { aksi: 'batal' })).url.href).toBe(`${hub.url}/warga/izin`);
    expect(await describeSession(nobody, 'warga')).toEqual({ loggedIn: false });
    const { browser, headers } = await logIn('warga', { ...SITI, cara: 'low' });
    const surer = await browser.open(beginPath('warga', '/warga/tpp', 'high'));
    await browser.send(surer, { aksi: 'batal' });
    expect((await askBy(headers)).errors).toEqual([]);
  });
});

/** Logs in as far as the address that the issuer leads back to, which is not opened. */
async function comeBack(kembali: string, browser = browse('/session/kembali')) {
  const page = await browser.open(beginPath('warga', kembali));
  const back = page.text === '' ? page : await browser.send(page, SITI);
  return { browser, address: back.url.href };
}

const openAs = (browser: Browser | undefined, address: string) =>
  fetch(address, { headers: { cookie: browser?.cookiesFor('/') ?? '' }, redirect: 'manual' });

describe('the end of a log-in', () => {
  const browser = () => browse('/session/kembali');

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

  it('opened once more leads on, and takes nothing back', async () => {
    const { browser: own, address } = await comeBack('/warga');
    const cookie = (await openAs(own, address)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = await openAs(own, address);
    expect([again.status, again.headers.get('set-cookie')]).toEqual([303, null]);
    const described = (await (await fetch(`${hub.url}/session/warga`, { headers: { cookie } })).json()) as Described;
    const headers = { cookie, 'hub-session': 'warga', 'hub-csrf': described.csrf };
    expect((await askBy(headers)).errors).toEqual([]);
  });

  it('that took too long offers another try', async () => {
    const { browser: own, address } = await comeBack('/warga');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * MINUTE_MS });
    const response = await openAs(own, address);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('terlalu lama');
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
  });
});

describe('a request is refused', () => {
  let session: Awaited<ReturnType<typeof logIn>>;
  beforeAll(async () => {
    session = await logIn('warga', SITI);
  });
  const without = (name: string) =>
    Object.fromEntries(Object.entries(session.headers).filter(([header]) => header !== name));

  it('with the cookie alone: it is nobody’s', async () => {
    expect(codeOf(await askBy({ cookie: session.headers.cookie }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await askBy({ cookie: session.headers.cookie, 'hub-csrf': session.described.csrf }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  it.each([
    ['without the token of the page', () => without('hub-csrf'), 'CSRF_REFUSED'],
    ['with a wrong one', () => ({ ...session.headers, 'hub-csrf': 'A'.repeat(43) }), 'CSRF_REFUSED'],
    ['from another site', () => ({ ...session.headers, 'sec-fetch-site': 'cross-site' }), 'CSRF_REFUSED'],
    ['from another host of the site', () => ({ ...session.headers, 'sec-fetch-site': 'same-site' }), 'CSRF_REFUSED'],
    ['without the cookie', () => without('cookie'), 'SESSION_EXPIRED'],
    ['as the other kind', () => ({ ...session.headers, 'hub-session': 'kantor' }), 'SESSION_EXPIRED'],
    [
      'as the other kind by a renamed cookie',
      () => ({ ...session.headers, 'hub-session': 'kantor', cookie: `hub_kantor=${session.value}` }),
      'SESSION_EXPIRED',
    ],
  ])('%s', async (_case, headersOf, code) => {
    const answer = await askBy(headersOf());
    expect([answer.status, codeOf(answer), answer.data]).toEqual([401, code, undefined]);
    expect(answer.errors[0]?.extensions.pesan).toMatch(/masuk kembali|Muat ulang/);
    expect(answer.errors[0]?.extensions.fix).toBeTruthy();
  });

  it('that names a kind which there is not', async () => {
    const answer = await askBy({ ...session.headers, 'hub-session': 'admin' });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('never for a session, where it brings a token', async () => {
    const authorization = `Bearer ${await hub.tokenOf('demo')}`;
    const answer = await askBy({ ...session.headers, 'hub-csrf': 'x', authorization });
    expect(answer.data.me.name).toBe(atDukcapil('demo'));
  });

  it('by GET, where addresses end in logs', async () => {
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(ME)}`, {
      headers: { ...session.headers, 'apollo-require-preflight': '1' },
    });
    expect(codeOf(await readAnswer(response))).toBe('UNAUTHENTICATED');
  });

  it('of pages of other origins: no preflight lets these headers through', async () => {
    const origin = 'http://127.0.0.1:9999';
    const preflight = await fetch(`${hub.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'hub-session, hub-csrf',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/hub-session|hub-csrf/);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const site = { cookie: session.headers.cookie, origin, 'sec-fetch-site': 'cross-site' };
    expect(await (await fetch(`${hub.url}/session/warga`, { headers: site })).json()).toEqual({ loggedIn: false });
  });
});

describe('a session', () => {
  it('serves streams, files and tables as a token does', async () => {
    const { headers } = await logIn('warga', SITI);
    const post = (path: string, type: string, body: string, more = {}) =>
      fetch(hub.url + path, { method: 'POST', headers: { ...headers, 'content-type': type, ...more }, body });
    const events = await post('/graphql', 'application/json', JSON.stringify({ query: ME }), {
      accept: 'text/event-stream',
    });
    expect(await events.text()).toContain(atDukcapil('siti'));
    expect(codeOf(await readAnswer(await post('/attachments', 'image/png', 'x')))).toBe('ATTACHMENT_REFUSED');
    const office = await logIn('kantor', MAYOR);
    const table = await fetch(`${hub.url}/export/city-status.csv`, {
      headers: { ...office.headers, 'hub-purpose': 'pengawasan-kota' },
    });
    expect([table.status, table.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const wrong = await fetch(`${hub.url}/export/city-status.csv`, {
      headers: { ...office.headers, 'hub-csrf': 'x', 'hub-purpose': 'pengawasan-kota' },
    });
    expect(wrong.status).toBe(401);
  });

  it('ends with a log-out, which leads to the issuer and back to where the pages begin', async () => {
    const { browser, headers } = await logIn('warga', SITI);
    const { response, to } = await logOut('warga', headers);
    expect(response.headers.get('set-cookie')).toMatch(/^hub_warga=; .*Max-Age=0/);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
    expect(to.startsWith(`${hub.demo.issuer.url}/session/end?`)).toBe(true);
    const page = await browser.open(to);
    expect(page.text).toContain('Keluar?');
    expect((await browser.send(page, { logout: 'yes' })).url.href).toBe(`${hub.url}/warga`);
    expect((await browser.open(beginPath('warga', '/warga'))).text).toContain('Siapa Anda?');
  });

  it('is not ended by another site, and ending one that has ended leads to the start', async () => {
    const { headers } = await logIn('kantor', MAYOR);
    const wrong = await logOut('kantor', { ...headers, 'hub-csrf': 'x' });
    expect(wrong.response.status).toBe(401);
    expect(codeOf(await askBy({ ...headers, 'hub-purpose': 'pengawasan-kota' }, '{ opds { code } }'))).toBeUndefined();
    await logOut('kantor', headers);
    expect((await logOut('kantor', headers)).to).toBe('/kantor');
    expect((await logOut('kantor', {})).to).toBe('/kantor');
  });

  it('ends half an hour after its last use', async () => {
    const { browser, headers } = await logIn('warga', SITI);
    const beganMs = Date.now();
    const at = (minutes: number) => vi.setSystemTime(beganMs + minutes * MINUTE_MS);
    vi.useFakeTimers({ toFake: ['Date'], now: beganMs });
    at(25);
    expect((await askBy(headers)).errors).toEqual([]);
    at(50);
    expect((await describeSession(browser, 'warga')).idleSeconds).toBe(5 * 60);
    at(56);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
    expect(await describeSession(browser, 'warga')).toEqual({ loggedIn: false });
    expect(await hub.stores.webSessions.store.sweep()).toBeGreaterThan(0);
    expect(await hub.stores.webSessions.store.sweep()).toBe(0);
  });

  it('renews its token, once for many requests, until it ends after twelve hours', async () => {
    const { headers, value } = await logIn('warga', SITI);
    const { store } = hub.stores.webSessions;
    const tokenNow = async () => (await store.find(value))?.tokens.accessToken;
    const first = await tokenNow();
    const beganMs = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: beganMs });
    const at = (minutes: number) => vi.setSystemTime(beganMs + minutes * MINUTE_MS);
    for (const minutes of [20, 40]) {
      at(minutes);
      expect((await askBy(headers)).errors).toEqual([]);
    }
    expect(await tokenNow()).toBe(first);
    at(59.5);
    const answers = await Promise.all(Array.from({ length: 8 }, () => askBy(headers)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await tokenNow()).not.toBe(first);
    for (let minutes = 80; minutes < 720; minutes += 20) {
      at(minutes);
      expect((await askBy(headers)).errors).toEqual([]);
    }
    at(720);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
  });

  it('ends when the issuer has taken its grant back', async () => {
    const { browser, headers } = await logIn('kantor', MAYOR);
    const copy = await logIn('kantor', MAYOR, browser);
    expect(codeOf(await askBy(headers))).toBe('SESSION_EXPIRED');
    const { to } = await logOut('kantor', (await logIn('kantor', MAYOR, browser)).headers);
    await browser.send(await browser.open(to), { logout: 'yes' });
    expect(codeOf(await askBy(copy.headers))).toBe('SESSION_EXPIRED');
  });
});

describe('nothing of it lies in the clear', () => {
  const needles = () => new Map([...secrets, ['nik', findPerson('siti').nik]]);

  it('not in the database', async () => {
    await logIn('warga', SITI);
    expect(secrets.size).toBeGreaterThan(30);
    expect(await findInDatabase(hub.database.pool, needles())).toEqual([]);
  });

  it('not in the log', () => {
    expect(hub.logged.length).toBeGreaterThan(0);
    expect(hub.logged.flatMap((line) => findInText(line, line, needles()))).toEqual([]);
  });

  it('not in an address that a browser has been led to, but for the log-out’s hint', () => {
    const urls = browsers.flatMap((browser) => browser.urls).filter((url) => !url.includes('/session/end?'));
    expect(urls.length).toBeGreaterThan(50);
    expect(urls.flatMap((url) => findInText(url, url, needles()))).toEqual([]);
  });
});
