import { describe, expect, it } from 'vitest';
import type { StreamPage } from '../../connector/index.ts';
import { NO_COUNTS, type RunRow } from '../../store/index.ts';
import type { PageCounts } from './apply-page.ts';
import { Leg } from './leg.ts';

const run = (more: Partial<RunRow> = {}): RunRow => ({
  ...{ id: 1n, mode: 'sweep', startedAtMs: 0, position: undefined, counts: NO_COUNTS, seen: 0 },
  ...more,
});
const page = (total?: number, position?: StreamPage['position']): StreamPage => ({
  ...{ answer: [], rows: [], rejected: [], asOfMs: undefined, total, position },
});
const counted = (keys: readonly string[], more: Partial<PageCounts> = {}): PageCounts => ({
  ...{ read: keys.length, written: keys.length, unchanged: 0, rejected: 0, deleted: 0, seen: keys.length, unknown: 0 },
  keys: keys.map((key) => Buffer.from(key)),
  ...more,
});

describe('a leg of a run', () => {
  it('goes on counting where the run stood, and counts its own rows apart', () => {
    const counts = { ...NO_COUNTS, read: 5, written: 3, rejected: 2 };
    const leg = new Leg(run({ counts, seen: 3 }));
    leg.add(counted(['a', 'b'], { written: 1, unchanged: 1 }), page());
    expect(leg.counts).toEqual({ read: 7, written: 4, unchanged: 1, rejected: 2, deleted: 0, vanished: 0 });
    expect([leg.read, leg.seen, leg.pages, leg.rejectedBefore]).toEqual([2, 5, 1, 2]);
  });

  it('counts different rows where the source says how many there are', () => {
    const leg = new Leg(run());
    leg.add(counted(['a', 'b']), page(4));
    leg.add(counted(['b', 'c'], { unknown: 1 }), page());
    expect([leg.total, leg.countDistinct()]).toEqual([4, 4]);
  });

  it('does not where it does not', () => {
    const leg = new Leg(run());
    leg.add(counted(['a']), page());
    expect(leg.countDistinct()).toBeUndefined();
  });

  it('keeps the total of its first page', () => {
    const leg = new Leg(run());
    for (const total of [4, 5]) leg.add(counted(['a']), page(total));
    expect(leg.total).toBe(4);
  });

  it('stands where its last page that says it stands', () => {
    const leg = new Leg(run());
    const position = { version: 1, cursor: '1', after: undefined };
    leg.add(counted(['a']), page(undefined, position));
    leg.add(counted(['b']), page());
    expect(leg.position).toEqual(position);
  });
});
