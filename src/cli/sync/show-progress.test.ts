import { expect, it } from 'vitest';
import type { StreamStatus } from '../../ports/sync-control.ts';
import { formatProgress } from './show-progress.ts';

const progress = (read: number, records: number) =>
  formatProgress({ stream: 'a/b/C', counts: { read }, records } as unknown as StreamStatus);

it('a run shows a bar where the hub knows about how many there are, and the rows alone where it does not', () => {
  expect(progress(500, 1_000)).toBe(`a/b/C  ${'█'.repeat(15)}${'░'.repeat(15)} 50 %  500 rows`);
  expect(progress(1_000, 1_000)).toContain(' 99 %  1,000 rows');
  expect(progress(500, 0)).toBe('a/b/C  500 rows');
  expect(progress(1_500, 1_000)).toBe('a/b/C  1,500 rows');
});
