import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPages } from './pages-build.ts';

let root: string;
const versions = () => join(root, 'node_modules/.cache/hub-pages');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-build-'));
  await writeFile(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rm(root, { recursive: true }));

test('several hubs that find no pages build them beside each other, and an old version goes', async () => {
  await mkdir(join(versions(), 'old'), { recursive: true });
  await mkdir(join(versions(), 'new'));
  await utimes(join(versions(), 'old'), new Date(0), new Date(0));
  const [first, second, third] = await Promise.all([buildPages(root), buildPages(root), buildPages(root)]);
  expect([second, third]).toEqual([first, first]);
  expect((await readdir(versions())).sort()).toEqual([String(first?.split('/').at(-1)), 'new'].sort());
  expect(await readdir(String(first))).toContain('kota.html');
  // A version that is there is not built again.
  await writeFile(join(String(first), 'mark'), '');
  expect(await readdir(await buildPages(root))).toContain('mark');
});

test('what is built is React as people get it, also where the hub runs as a test', async () => {
  expect(process.env.NODE_ENV).toBe('test');
  const folder = join(await buildPages(root), 'halaman');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.js')))
    expect(await readFile(join(folder, name), 'utf8'), name).not.toMatch(/jsxDEV|react-dom\.development/);
});

test('no page needs an inline script or style', async () => {
  const folder = await buildPages(root);
  for (const page of (await readdir(folder)).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, page), 'utf8');
    expect(html, page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
  }
});
