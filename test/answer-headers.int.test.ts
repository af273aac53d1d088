import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ pages: true });
});
afterAll(() => hub.stop());

const PATHS = [
  '/',
  '/warga',
  '/kota/opd/dpmptsp',
  '/opd',
  '/pengembang',
  '/selesai',
  '/explorer',
  '/jobs-login',
  '/jobs',
  '/session/warga',
  '/session/kembali',
  '/session/warga/masuk',
  '/session/warga/masuk?alamat=1',
  '/halaman/lama-12345678.js',
  '/assets/favicon.svg',
  '/assets/explorer-config.json',
  '/nowhere',
  '/graphql?query=%7Bopds%7Bcode%7D%7D',
  '/graphql',
  '/export/nothing.csv',
  '/health/live',
  '/health/ready',
];

describe('every answer of the hub', () => {
  it.each(PATHS)('%s is framed by nobody, taken for nothing else, and loaded by no other site', async (path) => {
    const { headers } = await fetch(hub.url + path, { redirect: 'manual' });
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('of the graph is kept by no cache, the first time and when its operation is known', async () => {
    const ask = () =>
      fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ opds { code } }' }),
      });
    for (const _ of [1, 2, 3]) expect((await ask()).headers.get('cache-control')).toBe('no-store');
  });
});
