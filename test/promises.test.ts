import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';

/** The rows of a table of promises, without its heads: the promise first, its tests last. */
function readRows(page: string): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| promise') && !line.startsWith('| ---'))
    .map((line) => line.split(' | '));
}

/** Each link to a test file, and the names of tests that stand behind it in quotes. */
function listProofs(folder: string, proved: string): { file: string; names: string[] }[] {
  return [...proved.matchAll(/\]\(([^)]+)\)([^[]*)/g)].map(([, file = '', words = '']) => ({
    file: join(projectRoot, folder, file),
    names: [...words.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? ''),
  }));
}

function expectProved(folder: string, proved: string): void {
  const proofs = listProofs(folder, proved).filter(({ file }) => !file.endsWith('.md'));
  expect(proofs.length).toBeGreaterThan(0);
  for (const { file, names } of proofs) {
    expect(existsSync(file), file).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/\bit(?:\.each)?\b/);
    for (const name of names) expect(text, `${file} has no such test`).toContain(name);
  }
}

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const [, after = ''] = readme.split('## What the hub promises about personal data\n');
const page = after.split('\n## ')[0] ?? '';
const rows = readRows(page);

describe('what the hub promises about personal data', () => {
  it('is on one page', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(page.split('\n').length).toBeLessThan(40);
  });

  it.each(rows.map((row) => [row[0]?.slice(2), row.at(-1)]))('%s: the tests are there', (_promise, proved = '') => {
    expectProved('.', proved);
  });
});

describe.each(['src/sync/README.md', 'src/sync/deliveries/README.md'])('what %s promises', (file) => {
  const promises = readRows(readFileSync(join(projectRoot, file), 'utf8'));

  it('is there', () => expect(promises.length).toBeGreaterThan(4));

  it.each(promises.map((row) => [row[0]?.slice(2), row.at(-1)]))('%s: the tests are there', (_promise, proved = '') => {
    expectProved(dirname(file), proved);
  });
});
