import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { registerWeb, type WebOptions } from './index.ts';

const PRODUCTION: WebOptions = {
  operations: [{ name: 'Agencies', title: 'Daftar OPD', text: 'query Agencies { opds { code } }' }],
  graphqlPath: '/graphql',
  release: '1.2.3',
};
const DEMO: WebOptions = { ...PRODUCTION, tokenEndpoint: 'http://issuer.example:4001/oidc/token' };

const apps: FastifyInstance[] = [];

async function serve(options: WebOptions): Promise<FastifyInstance> {
  const app = fastify();
  apps.push(app);
  await registerWeb(app, options);
  return app;
}

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
});

const demo = await serve(DEMO);
const production = await serve(PRODUCTION);

const get = (url: string, headers: Record<string, string> = {}, app = demo) => app.inject({ url, headers });
const assetUrls = (html: string) =>
  [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => String(match[1]));

describe('pages', () => {
  const policy = (style: string, connect: string) =>
    `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data:; font-src 'self' data:; ` +
    `connect-src ${connect}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
  const dialogStyle = "'self' 'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='";

  test.each([
    ['/selesai', demo, policy("'self'", "'self'")],
    ['/explorer', demo, policy(dialogStyle, "'self' http://issuer.example:4001")],
    ['/explorer', production, policy(dialogStyle, "'self'")],
    ['/jobs-login', demo, policy("'self'", "'self'")],
  ])('%s keeps to itself', async (url, app, expected) => {
    const page = await get(url, {}, app);
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({
      'content-security-policy': expected,
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each(['/selesai', '/explorer', '/jobs-login'])(
    '%s holds no inline script, style or event handler',
    async (url) => {
      const { body } = await get(url);
      for (const [, attributes, content] of body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
        expect(attributes).toContain('src="/assets/');
        expect(content).toBe('');
      }
      expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    },
  );

  test.each(['/jobs-login', '/explorer'])(
    '%s refers only to assets that exist, under a URL that may be kept for good',
    async (url) => {
      const urls = assetUrls((await get(url)).body);
      expect(urls.length).toBeGreaterThan(3);
      for (const asset of urls) {
        const answer = await get(asset);
        expect([asset, answer.statusCode]).toEqual([asset, 200]);
        expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      }
    },
  );

  test.each(['/selesai', '/jobs-login', '/explorer'])(
    '%s has an English text beside every Indonesian one',
    async (url) => {
      const { body } = await get(url);
      expect(body.match(/<\w+[^>]* lang="en"/g)?.length).toBe(body.match(/<(?!html)\w+[^>]* lang="id"/g)?.length);
    },
  );

  test('has no leftover placeholder', async () => {
    const app = await serve({ ...DEMO, release: '<b>"1"</b>' });
    const { body } = await get('/explorer', {}, app);
    expect(body).not.toMatch(/\{\{|<b>|<!-- (only|end)/);
  });

  test('offers the demo token command in demo mode only', async () => {
    expect((await get('/jobs-login')).body).toContain('npm run -s hub -- token --as operator');
    expect((await get('/jobs-login', {}, production)).body).not.toMatch(/hub -- token/);
  });
});

describe('assets', () => {
  test('are checked again by ETag when the URL does not name their content', async () => {
    for (const url of ['/assets/base.css', '/assets/base.css?v=old', '/explorer']) {
      const first = await get(url);
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = await get(url, { 'if-none-match': String(first.headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    }
  });

  test('travel compressed when the client can read it', async () => {
    const url = '/assets/graphiql.min.js';
    const plain = await get(url);
    const brotli = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await get(url, { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(gunzipSync(gzip.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  test.each([
    '/assets/unknown.js',
    '/assets/',
    '/assets/../index.ts',
    '/assets/..%2findex.ts',
    '/assets/%2e%2e/pages/explorer.html',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/__proto__',
  ])('%s is not found', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  test('include the icon that browsers ask for on their own', async () => {
    const icon = await get('/favicon.ico');
    expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  test('and pages of our own name no foreign host, and import only what exists', async () => {
    for (const folder of ['assets', 'pages']) {
      for (const name of await readdir(join(import.meta.dirname, folder))) {
        const text = await readFile(join(import.meta.dirname, folder, name), 'utf8');
        const addresses = text
          .replaceAll('http://www.w3.org/2000/svg', '')
          .match(/(https?:)?\/\/[\w-]+\.[\w.]+|https?:\/\//g);
        expect([name, addresses]).toEqual([name, null]);
        for (const [, imported] of text.matchAll(/from '\.\/([^']+)'/g)) {
          expect((await get(`/assets/${imported}`)).statusCode).toBe(200);
        }
      }
    }
  });
});

describe('explorer-config.json', () => {
  test('gives the browser what it may know, never to be kept', async () => {
    const secret: WebOptions & { secret: string } = { ...DEMO, secret: 'x' };
    const config = await get('/assets/explorer-config.json', {}, await serve(secret));
    expect(config.headers['cache-control']).toBe('no-store');
    expect(config.json()).toEqual(DEMO);
  });

  test('has no token endpoint in production, and the demo login is hidden unless there is one', async () => {
    expect((await get('/assets/explorer-config.json', {}, production)).json()).toEqual(PRODUCTION);
    expect((await get('/explorer', {}, production)).body).toContain('<form id="demo-login" hidden>');
  });
});

test('refuses to start with a token endpoint that is no web address', async () => {
  for (const tokenEndpoint of ['javascript:alert(1)', 'issuer', '']) {
    await expect(registerWeb(fastify(), { ...DEMO, tokenEndpoint })).rejects.toThrow('tokenEndpoint');
  }
});
