/** What a browser shows in the end: a page, or the address of an app, which is not asked. */
export interface Shown {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** As much of a browser as a log-in needs: it keeps cookies, follows redirects and sends forms. */
export interface Browser {
  open(url: string): Promise<Shown>;
  /** Sends the form of a page that was shown, to where it says. */
  send(page: Shown, fields: Record<string, string>): Promise<Shown>;
  /** The cookies that it would send to a path, as a header. */
  cookiesFor(path: string): string;
  /** Every address that it has been led to. */
  readonly urls: readonly string[];
}

/** Opens a browser without a past; whatever begins with `appUrl` is where a journey ends. */
export function openBrowser(appUrl: string): Browser {
  const cookies = new Map<string, { readonly name: string; readonly value: string; readonly path: string }>();
  const urls: string[] = [];

  const journey = async (address: string, init: RequestInit): Promise<Shown> => {
    urls.push(address);
    const url = new URL(address);
    if (address.startsWith(appUrl)) return { url, status: 0, headers: new Headers(), text: '' };
    const headers = { accept: 'text/html', cookie: cookiesFor(url.pathname) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(line);
    const text = await response.text();
    const location = response.headers.get('location');
    if (location !== null) return await journey(new URL(location, url).href, {});
    return { url, status: response.status, headers: response.headers, text };
  };

  // By path and not by port, as browsers do.
  const cookiesFor = (pathname: string): string => {
    const sent = [...cookies.values()].filter(({ path }) => pathname.startsWith(path));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  };

  const keep = (line: string): void => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
    // One of the same name at another path is another cookie: two tabs may log in at once.
    const key = `${name} ${path}`;
    if (value === '') cookies.delete(key);
    else cookies.set(key, { name, value, path });
  };

  return {
    urls,
    cookiesFor,
    open: (url) => journey(url, {}),
    send: (page, fields) => {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const body = new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
        ...fields,
      });
      return journey(new URL(action, page.url).href, { method: 'POST', body });
    },
  };
}
