/** Where issuers send the browser back to. */
export const RETURN_PATH = '/session/kembali';

/** Longer than any page's address; it travels through the issuer and back. */
const MAX_CHARACTERS = 1000;

/**
 * Gives the path to come back to after a log-in, or `/` for whatever could lead to another host, or back into a log-in.
 * Browsers read `\` as `/` and skip tabs and line ends, so that `/\t/evil.example` is another host's address to them.
 */
export function readReturnPath(text: unknown): string {
  if (typeof text !== 'string' || text.length > MAX_CHARACTERS) return '/';
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(text) || text.includes('\\')) return '/';
  const base = 'http://hub.invalid';
  const url = URL.parse(text, base);
  if (url?.origin !== base || /^\/(?:\/|session(?:\/|$))/i.test(url.pathname)) return '/';
  return text;
}
