import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionKind } from '../src/ports/web-session-store.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

describe('a hub with a public address', () => {
  const PUBLIC = 'https://hub.jambi.example';
  let other: TestHub;
  beforeAll(async () => {
    other = await startTestHub({ environment: { HUB_PUBLIC_URL: PUBLIC } });
    // As its operator would register it with the issuer.
    other.demo.meetHub(PUBLIC);
  });
  afterAll(() => other.stop());
  const path = '/session/warga/masuk?kembali=%2Fwarga%2Fizin&acr=high';

  it('has people log in there, wherever they asked for it', async () => {
    const response = await fetch(other.url + path, { redirect: 'manual' });
    const to = new URL(response.headers.get('location') ?? '');
    expect([response.status, to.origin, to.pathname]).toEqual([302, PUBLIC, '/session/warga/masuk']);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ kembali: '/warga/izin', acr: 'high' });
    const again = await fetch(`${other.url}${to.pathname}${to.search}`, { redirect: 'manual' });
    const issuer = new URL(again.headers.get('location') ?? '');
    expect(issuer.origin).toBe(new URL(other.demo.issuer.url).origin);
    expect(issuer.searchParams.get('redirect_uri')).toBe(`${PUBLIC}/session/kembali`);
    expect(again.headers.get('set-cookie')).toMatch(/^__Host-.*; Secure/);
  });
});

describe('where nobody can log in', () => {
  let other: TestHub;
  let issuer: Server;
  let url: string;
  let isUp = false;
  beforeAll(async () => {
    issuer = createServer((_request, response) => {
      if (!isUp) return response.destroy();
      const metadata = { issuer: url, authorization_endpoint: `${url}/auth`, token_endpoint: `${url}/token` };
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata));
    });
    await new Promise<void>((done) => issuer.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
    const environment = { HUB_OIDC_ISSUER: url, HUB_OIDC_STAFF_ISSUER: '' };
    other = await startTestHub({ environment });
  });
  afterAll(async () => {
    await other.stop();
    issuer.close();
  });
  const begin = (kind: SessionKind) =>
    fetch(`${other.url}/session/${kind}/masuk?kembali=/${kind}/izin`, { redirect: 'manual' });

  it('a page says so calmly while the issuer is down, and it is asked again when it is there', async () => {
    const down = await begin('warga');
    expect([down.status, down.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    const text = await down.text();
    expect(text).toContain('Coba lagi');
    expect(text).toContain('href="/session/warga/masuk?kembali=%2Fwarga%2Fizin"');
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1/);
    isUp = true;
    const up = await begin('warga');
    expect([up.status, up.headers.get('location')?.split('?')[0]]).toEqual([302, `${url}/auth`]);
  });

  it('a page says that it is not set up, and the others learn it too', async () => {
    const response = await begin('kantor');
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('belum disiapkan')]);
    expect(await (await fetch(`${other.url}/session/kantor`)).json()).toEqual({ loggedIn: false, isSetUp: false });
    expect((await fetch(`${other.url}/session/admin/masuk`)).status).toBe(404);
    expect((await fetch(`${other.url}/session/admin`)).status).toBe(404);
  });
});
