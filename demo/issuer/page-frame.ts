import { type Html, html } from './html.ts';
import { type Realm, realms } from './realm.ts';

/** Where the pages' only assets are. */
export const ASSETS = { style: '/login.css', icon: '/icon.svg' } as const;

/** Puts a page's content between the bar that says whose page it is and the note that nothing here is real. */
export function framePage(realm: Realm, title: string, main: Html): string {
  return html`<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · ${realms[realm].title}</title>
    <link rel="icon" type="image/svg+xml" href="${ASSETS.icon}">
    <link rel="stylesheet" href="${ASSETS.style}">
  </head>
  <body>
    <header>
      <img src="${ASSETS.icon}" alt="" width="32" height="32">
      <span>${realms[realm].title}</span>
      <span class="tag">Simulasi</span>
    </header>
    <main>${main}</main>
    <footer>Semua orang di sini rekaan; tidak ada sandi dan tidak ada data sungguhan.</footer>
  </body>
</html>
`.html;
}

/**
 * Returns the headers that keep a page to itself. Browsers hold a form's redirects to `form-action` too, so the address
 * of the app that the log-in leads back to is let in by its origin.
 */
export function pageHeaders(leadsTo: string | undefined): Record<string, string> {
  return {
    'content-security-policy': [
      BASE_POLICY,
      ["form-action 'self'", ...(leadsTo === undefined ? [] : [sourceOf(leadsTo)])].join(' '),
    ].join('; '),
    ...BASE_HEADERS,
  };
}

const BASE_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const BASE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** For what oidc-provider writes itself: it lets in its own script by hash, where there is a place to put the hash. */
export const foreignPageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `${BASE_POLICY}; script-src 'self'`,
  'referrer-policy': BASE_HEADERS['referrer-policy'],
  'x-content-type-options': BASE_HEADERS['x-content-type-options'],
};

function sourceOf(address: string): string {
  const { origin, protocol } = new URL(address);
  return origin === 'null' ? protocol : origin;
}
