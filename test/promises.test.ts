import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const [, page = ''] = readme.split('## What the hub promises about personal data\n');
const rows = (page.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
  .map((line) => line.split(' | '));

describe('what the hub promises about personal data', () => {
  it('is on one page', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect((page.split('\n## ')[0] ?? '').split('\n').length).toBeLessThan(40);
  });

  it.each(rows.map((row) => [row[0]?.slice(2), row.at(-1)]))('%s: the tests are there', (_promise, proved = '') => {
    const files = [...proved.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(existsSync(join(projectRoot, file)), file).toBe(true);
      expect(readFileSync(join(projectRoot, file), 'utf8')).toMatch(/\bit(?:\.each)?\b/);
    }
  });
});
