import type { PageName } from './page.ts';

/**
 * GraphiQL's dialogs add one <style> that stops the page behind them from scrolling; this is its hash, so that no other
 * inline style is let in. On a page with a wide scroll bar the text differs: the style is then refused, which only means
 * that the page behind can scroll.
 */
const DIALOG_STYLE = "'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='";

/**
 * Returns the headers that keep a page to itself: only its own files run, nothing may frame it, and the browser may
 * talk to this server and, when there is one, the demo issuer.
 * @throws when the token endpoint is neither a path on this server nor an http(s) address.
 */
export function pageHeaders(page: PageName, tokenEndpoint: string | undefined): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(page, tokenEndpoint),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** The same for the pages that React draws; photos that somebody is about to send are shown from memory. */
export const appHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
};

function contentSecurityPolicy(page: PageName, tokenEndpoint: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ['style-src', "'self'", ...(page === 'explorer' ? [DIALOG_STYLE] : [])].join(' '),
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src ${connectSources(page, tokenEndpoint).join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function connectSources(page: PageName, tokenEndpoint: string | undefined): string[] {
  const own = "'self'";
  // Only the explorer logs anyone in; a path means that the issuer lives on this very server.
  if (page !== 'explorer' || tokenEndpoint === undefined || tokenEndpoint.startsWith('/')) return [own];
  const url = URL.parse(tokenEndpoint);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error('web: tokenEndpoint must be a path or an http(s) address');
  }
  return [own, url.origin];
}
