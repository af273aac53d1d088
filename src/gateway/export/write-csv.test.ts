import { describe, expect, it } from 'vitest';
import { makeTable } from './make-table.ts';
import { defuse, writeCsv } from './write-csv.ts';

describe('a table of an answer', () => {
  it('is its first list, from the outside in; inner objects are columns and inner lists are counted', () => {
    const data = {
      city: {
        on: '2026-11-24',
        totals: { points: [1, 2] },
        opds: [
          { name: 'DLH', sakip: { score: 74.4, predicate: 'BB' }, alerts: [1, 2, 3], note: null },
          { name: 'RSUD', sakip: { score: null, predicate: null }, alerts: [], extra: true },
        ],
      },
    };
    expect(makeTable(data)).toEqual({
      columns: ['name', 'sakip.score', 'sakip.predicate', 'alerts', 'note', 'extra'],
      rows: [
        ['DLH', 74.4, 'BB', 3, null, null],
        ['RSUD', null, null, 0, null, true],
      ],
    });
  });

  it.each([[null], [{}], [{ me: { name: 'x', tags: ['a'] } }]])('is none of %j', (data) =>
    expect(makeTable(data)).toBeUndefined(),
  );

  it('of nothing has no rows', () => expect(makeTable({ opds: [] })).toEqual({ columns: [], rows: [] }));
});

describe('CSV', () => {
  it('keeps commas, quotes and lines within a cell', () => {
    const csv = writeCsv({
      columns: ['a', 'b'],
      rows: [
        ['x, "y"\nz', 1.5],
        [null, true],
      ],
    });
    expect(csv).toBe('\u{feff}a,b\r\n"x, ""y""\nz",1.5\r\n,true\r\n');
  });

  it.each(['=1+1', '+62741', '-cmd', '@SUM(A1)', '\t=1', ' =1', '|cmd', '%0A=1', '\r=1'])(
    'never hands %j to a spreadsheet as a formula',
    (text) => {
      expect(defuse(text)).toBe(`'${text}`);
      expect(writeCsv({ columns: [text], rows: [[text]] })).not.toMatch(/(^|[,\n"])\s*[=+\-@|%]/);
    },
  );

  it('leaves numbers below nought as they are', () => {
    expect(writeCsv({ columns: ['selisih'], rows: [[-75_000]] })).toContain('\r\n-75000\r\n');
  });
});
