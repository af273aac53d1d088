import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveBuiltPages } from './built-pages.ts';

let folder: string;
let app: FastifyInstance;
const failures: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-pages-'));
  await mkdir(join(folder, 'halaman'));
  for (const name of ['beranda', 'kota', 'warga', 'opd', 'pengembang'])
    await writeFile(join(folder, `${name}.html`), `<h1>${name}</h1>`);
  await writeFile(join(folder, 'halaman/kota-abc.js'), 'let kota;');
  app = fastify();
  failures.length = 0;
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const serve = (built: Promise<string>) => serveBuiltPages(app, built, (error) => failures.push(error));
const textAt = async (url: string) => (await app.inject(url)).body;

test.each([
  ['/', 'beranda'],
  ['/kota', 'kota'],
  ['/kota/opd/dpmptsp', 'kota'],
  ['/warga/permohonan', 'warga'],
  ['/opd', 'opd'],
  ['/pengembang/galat', 'pengembang'],
])('%s is the page %s, by itself and unframed', async (url, name) => {
  serve(Promise.resolve(folder));
  await expect.poll(() => textAt(url)).toBe(`<h1>${name}</h1>`);
  const { headers } = await app.inject(url);
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
});

test('files are kept for good, because their names say what is in them; another name is nothing', async () => {
  serve(Promise.resolve(folder));
  await expect.poll(() => textAt('/halaman/kota-abc.js')).toBe('let kota;');
  expect((await app.inject('/halaman/kota-abc.js')).headers['cache-control']).toContain('immutable');
  for (const url of ['/halaman/kota-xyz.js', '/halaman/..%2fkota.html', '/halaman/__proto__'])
    expect((await app.inject(url)).statusCode).toBe(404);
});

test('while the pages are built the address comes again by itself', async () => {
  serve(new Promise(() => {}));
  const { statusCode, headers, body } = await app.inject('/warga');
  expect([statusCode, headers.refresh, headers['cache-control']]).toEqual([503, '1', 'no-store']);
  expect(body).toContain('sedang disiapkan');
});

test('pages that cannot be built say so once to the operator, and to whoever opens them', async () => {
  serve(Promise.reject(new Error('no disk')));
  await expect.poll(() => textAt('/kota')).toContain('tidak dapat disiapkan');
  expect((await app.inject('/kota')).headers.refresh).toBeUndefined();
  expect(failures).toEqual([new Error('no disk')]);
});
