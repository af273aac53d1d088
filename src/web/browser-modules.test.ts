// The browser's own modules, run here against a fake `fetch` and the smallest `document`.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

interface Token {
  readonly value: string;
  readonly alias: string | null;
  readonly expiresAt: number | null;
}
interface AccessToken {
  takeToken(token: { value: string; alias?: string; expiresAt?: number }): void;
  clearToken(): void;
  currentToken(): Token | null;
}
interface GraphFetcher {
  createGraphFetcher(path: string): (operation: object, options?: { headers?: object }) => Promise<unknown>;
}
interface DemoLogin {
  requestDemoToken(endpoint: string, citizen: string): Promise<{ token?: Token; problem?: { id: string } }>;
}

// Plain JavaScript has no types of its own, and a literal path would make the compiler look for them.
const load = async <Module>(name: string): Promise<Module> => (await import(`./assets/${name}.js`)) as Module;
const { takeToken, clearToken, currentToken } = await load<AccessToken>('access-token');
const { createGraphFetcher } = await load<GraphFetcher>('graph-fetcher');
const { requestDemoToken } = await load<DemoLogin>('demo-login');

const fetchMock = vi.fn<typeof fetch>();
const jwt = (payload: object) => `h.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  vi.stubGlobal('document', { documentElement: { lang: 'id' } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetchMock.mockReset();
  clearToken();
});

test('the token travels in a header, never in the URL, and wins over an edited header', async () => {
  fetchMock.mockResolvedValue(Response.json({ data: null }));
  takeToken({ value: 'secret' });
  await createGraphFetcher('/graphql')({ query: '{ me { name } }' }, { headers: { authorization: 'Bearer old' } });
  expect(fetchMock).toHaveBeenCalledWith(
    '/graphql',
    expect.objectContaining({
      method: 'POST',
      body: '{"query":"{ me { name } }"}',
      headers: {
        authorization: 'Bearer secret',
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
    }),
  );
});

test('without a token no authorization header is sent', async () => {
  fetchMock.mockResolvedValue(Response.json({ data: null }));
  await createGraphFetcher('/graphql')({ query: '{ opds { code } }' });
  expect(fetchMock.mock.calls[0]?.[1]?.headers).not.toHaveProperty('authorization');
});

test('an error answer of the hub is shown as the hub gave it', async () => {
  fetchMock.mockResolvedValue(Response.json({ errors: [{ message: 'no' }] }, { status: 401 }));
  expect(await createGraphFetcher('/graphql')({ query: '{' })).toEqual({ errors: [{ message: 'no' }] });
});

test('silence and a proxy page become a sentence', async () => {
  const run = createGraphFetcher('/graphql');
  fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(JSON.stringify(await run({ query: '{' }))).toContain('Hub tidak dapat dihubungi');
  fetchMock.mockResolvedValueOnce(new Response('<h1>Bad Gateway</h1>', { status: 502 }));
  expect(JSON.stringify(await run({ query: '{' }))).toContain('bukan JSON (HTTP 502)');
});

test('the expiry is read from a pasted JWT, and is unknown for any other text', () => {
  takeToken({ value: jwt({ exp: 1_800_000_000 }) });
  expect(currentToken()).toMatchObject({ alias: null, expiresAt: 1_800_000_000_000 });
  for (const value of ['opaque', jwt({}), 'a.%%%.c', 'a.bnVsbA.c']) {
    takeToken({ value });
    expect(currentToken()?.expiresAt).toBeNull();
  }
});

test('demo login asks by form for one citizen', async () => {
  fetchMock.mockResolvedValue(Response.json({ access_token: 't', expires_in: 60 }));
  const { token } = await requestDemoToken('/oidc/token', 'siti');
  expect(token).toMatchObject({ value: 't', alias: 'siti', expiresAt: expect.any(Number) });
  expect(String(fetchMock.mock.calls[0]?.[1]?.body)).toBe(
    'grant_type=urn%3Akota-jambi%3Ademo%3Acitizen&citizen=siti&client_id=demo-console',
  );
});

test('a demo login that fails says why', async () => {
  fetchMock.mockResolvedValueOnce(Response.json({ error: 'invalid_grant' }, { status: 400 }));
  expect((await requestDemoToken('/t', 'siti')).problem?.id).toContain('invalid_grant');
  fetchMock.mockResolvedValueOnce(new Response('<html>', { status: 502 }));
  expect((await requestDemoToken('/t', 'siti')).problem?.id).toContain('HTTP 502');
  fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect((await requestDemoToken('/t', 'siti')).problem?.id).toContain('tidak dapat dihubungi');
});
