import { describe, expect, it } from 'vitest';
import type { CallArguments } from '../../protocols/protocol.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { StreamPosition, StreamReading } from './compiled-stream.ts';
import { type ReadingParts, readByKeys, readPages } from './read-stream.ts';

interface Row {
  readonly id: string;
  readonly at: number | null;
}
const row = (id: number | string, at: number | null = Number(id)): Row => ({ id: String(id), at });
const at = (version: number, after?: string): StreamPosition => ({ version, cursor: String(version), after });

/** A source that gives these pages one after the other, and notes what it is asked. */
function open(pages: readonly (readonly Row[])[], more: Partial<ReadingParts> = {}) {
  const asked: CallArguments[] = [];
  let given = 0;
  const operation = {
    openRows: (args: CallArguments) => {
      asked.push(args);
      const isByKeys = parts.nextArguments !== undefined;
      let isRead = false;
      return {
        hasNext: () => (isByKeys ? !isRead : given < pages.length),
        next: async () => {
          isRead = true;
          const rows = pages[given++] ?? [];
          return { answer: rows, rows, total: undefined };
        },
      };
    },
  } as unknown as CompiledOperation;
  const parts: ReadingParts = {
    ...{ operation, opd: 'dinas', system: 'daftar', size: 2, hasCursor: true, isSnapshot: true },
    firstArguments: (from) => ({ since: from?.version ?? 0 }),
    nextArguments: undefined,
    readCursor: (one) => {
      const { at: version } = one as Row;
      return version === null ? undefined : { version, cursor: String(version) };
    },
    readKey: (one) => (one as Row).id,
    ...more,
  };
  return { parts, asked };
}

async function positionsOf(reading: StreamReading) {
  const positions: (number | null | undefined)[] = [];
  while (reading.hasNext()) {
    const { position } = await reading.next();
    positions.push(position === null ? null : position?.version);
  }
  return positions;
}

describe('a reading of pages', () => {
  it.each<[string, Row[][], (number | null | undefined)[]]>([
    [
      'in the order of the cursor, once two pages have shown it',
      [[row(1), row(2)], [row(3)], [row(4)]],
      [undefined, 3, 4],
    ],
    ['of one page, at its newest row', [[row(3), row(1)]], [3]],
    [
      'in order by chance, not behind what may come later',
      [[row(1), row(9)], [row(2)], [row(3)]],
      [undefined, null, 9],
    ],
    ['out of order in a page', [[row(2), row(1)], [row(3)]], [null, 3]],
    ['with ties', [[row(1, 5), row(2, 5)], [row(3, 5)], []], [undefined, 5, 5]],
    ['with rows without a time', [[row(1, null), row(2)], [row(3, null)], [row(4, null)]], [undefined, 2, 2]],
    ['without any time', [[row(1, null)], [row(2, null)]], [undefined, undefined]],
    ['of nothing', [[]], [undefined]],
  ])('can be gone on with: %s', async (_what, pages, positions) => {
    const { parts } = open(pages);
    expect(await positionsOf(readPages(parts, undefined))).toEqual(positions);
  });

  it('never goes back behind where it began', async () => {
    const { parts, asked } = open([[row(6), row(7)], [row(8)]]);
    expect(await positionsOf(readPages(parts, at(9)))).toEqual([undefined, 9]);
    expect(asked).toEqual([{ since: 9 }]);
  });
});

describe('a reading by keys', () => {
  const nextArguments = ({ version, after }: StreamPosition) => ({ since: version, after: after ?? '' });
  const byKeys = (pages: Row[][], more: Partial<ReadingParts> = {}) => open(pages, { nextArguments, ...more });

  it('asks behind the last row, until a page is not full', async () => {
    const { parts, asked } = byKeys([[row(1), row(2, 2)], [row(3, 2), row(4, 2)], [row(5)]]);
    expect(await positionsOf(readByKeys(parts, undefined))).toEqual([2, 2, 5]);
    expect(asked).toEqual([{ since: 0 }, { since: 2, after: '2' }, { since: 2, after: '4' }]);
  });

  it('asks for one page more when the last one was full', async () => {
    const { parts, asked } = byKeys([[row(1), row(2)], []]);
    expect(await positionsOf(readByKeys(parts, undefined))).toEqual([2, 2]);
    expect(asked).toHaveLength(2);
  });

  it('by the key alone goes on with the key', async () => {
    const { parts, asked } = byKeys([[row('a', null), row('b', null)], [row('c', null)]], { hasCursor: false });
    expect(await positionsOf(readByKeys(parts, undefined))).toEqual([0, 0]);
    expect(asked[1]).toEqual({ since: 0, after: 'b' });
  });

  it.each<[string, Row[][]]>([
    [
      'that goes back',
      [
        [row(3), row(4)],
        [row(1), row(2)],
      ],
    ],
    [
      'that gives the same page again',
      [
        [row(1), row(2)],
        [row(1), row(2)],
      ],
    ],
    ['of which nobody can tell where a full page ends', [[row(1), row(2)], [row(3, null), row(4, null)], [row(5)]]],
  ])('refuses a source %s, rather than to leave rows out', async (_what, pages) => {
    const { parts } = byKeys(pages);
    await expect(positionsOf(readByKeys(parts, undefined))).rejects.toMatchObject({ code: 'OPD_BAD_ANSWER' });
  });

  it('of a service that gives fewer rows than asked for goes on until it gives none', async () => {
    const { parts } = byKeys([[row(1)], [row(2)], [row(3)], []], { isSnapshot: false });
    expect(await positionsOf(readByKeys(parts, undefined))).toEqual([1, 2, 3, 3]);
  });

  it('of a service that gives its last row again ends there', async () => {
    const { parts } = byKeys([[row(1), row(2)], [row(2)]], { isSnapshot: false });
    expect(await positionsOf(readByKeys(parts, undefined))).toEqual([2, 2]);
  });
});
