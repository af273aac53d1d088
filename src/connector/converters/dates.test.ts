import { describe } from 'vitest';
import { describeConverter, describeWrongArguments } from '../testing/describe-converter.ts';
import { date, datetime } from './dates.ts';

describe('date', () => {
  describeConverter(date, [
    {
      args: ['dd/mm/yyyy'],
      gives: [
        ['24/11/2026', '2026-11-24'],
        [' 1/2/2026 ', '2026-02-01'],
        ['29/02/2024', '2024-02-29'],
        ['29/02/2000', '2000-02-29'],
        ['00/00/0000', null],
        ['0/0/0000', null],
      ],
      refuses: [
        '29/02/2026',
        '29/02/1900',
        '31/04/2026',
        '00/11/2026',
        '24/00/2026',
        '24/13/2026',
        '32/01/2026',
        '11/24/2026',
        '24-11-2026',
        '24/11/26',
        '24/11/2026 08:00:00',
        '2026-11-24',
        'kemarin',
        20261124,
        true,
        ['24/11/2026'],
        { tgl: '24/11/2026' },
      ],
    },
    {
      args: ['yyyy-mm-dd'],
      gives: [
        ['2026-11-24', '2026-11-24'],
        ['0000-00-00', null],
      ],
      refuses: ['0000-11-00', '2026-02-30', '2026-11-24T00:00:00Z', '+002026-11-24'],
    },
    {
      args: ['dd-mm-yyyy'],
      gives: [
        ['24-11-2026', '2026-11-24'],
        ['00-00-0000', null],
      ],
      refuses: ['24.11.2026'],
    },
    { args: ['yyyymmdd'], gives: [[20261124, '2026-11-24']], refuses: ['2026-11-24', 2026112] },
    {
      args: ['dd', 'mmmm', 'yyyy'],
      gives: [
        ['16 Oktober 2025', '2025-10-16'],
        ['1 JANUARI 2026', '2026-01-01'],
        ['2 pebruari 2026', '2026-02-02'],
        ['29  Feb 2024', '2024-02-29'],
        ['3 Mei 2026', '2026-05-03'],
        ['4 Agt 2026', '2026-08-04'],
        ['4 Ags 2026', '2026-08-04'],
        ['5 Nopember 2026', '2026-11-05'],
        ['6 Sept 2026', '2026-09-06'],
        ['7 Maret 2026', '2026-03-07'],
        ['8 April 2026', '2026-04-08'],
        ['9 Juni 2026', '2026-06-09'],
        ['10 Juli 2026', '2026-07-10'],
        ['31 Desember 2026', '2026-12-31'],
      ],
      refuses: [
        '16 October 2025',
        '16 Okto 2025',
        '29 Februari 2026',
        '16 Oktober',
        'constructor',
        '1 constructor 2026',
      ],
    },
    {
      // The day of an instant that the system writes in its own, Jakarta's, time.
      args: ['yyyy-mm-dd', 'hh:mi:ss'],
      gives: [
        ['2026-11-24 23:59:59', '2026-11-24'],
        ['2026-11-24 00:00:00', '2026-11-24'],
        ['0000-00-00 00:00:00', null],
      ],
      refuses: ['2026-11-24'],
    },
  ]);
});

describe('datetime', () => {
  describeConverter(datetime, [
    {
      args: ['yyyy-mm-dd', 'hh:mi:ss'],
      gives: [
        ['2026-11-24 08:15:00', '2026-11-24T08:15:00+07:00'],
        ['2026-11-24 8:15:00', '2026-11-24T08:15:00+07:00'],
        ['2024-02-29 23:59:59', '2024-02-29T23:59:59+07:00'],
        // An hour that New York's clocks skip.
        ['2026-03-08 02:30:00', '2026-03-08T02:30:00+07:00'],
        ['0000-00-00 00:00:00', null],
      ],
      refuses: [
        '2026-11-24 24:00:00',
        '2026-11-24 08:60:00',
        '2026-11-24 08:15:60',
        '2026-02-29 08:15:00',
        '2026-11-24',
      ],
    },
    {
      args: ['dd/mm/yyyy', 'hh.mi'],
      gives: [['24/11/2026 08.15', '2026-11-24T08:15:00+07:00']],
      refuses: ['24/11/2026 08:15'],
    },
    {
      args: ['iso'],
      gives: [
        ['2026-11-24T08:15:00+07:00', '2026-11-24T08:15:00+07:00'],
        ['2026-11-24T01:15:00Z', '2026-11-24T08:15:00+07:00'],
        ['2026-11-24T01:15:00.123Z', '2026-11-24T08:15:00+07:00'],
        ['2026-11-24T20:15+00:00', '2026-11-25T03:15:00+07:00'],
        ['2026-11-24T01:15:00+0000', '2026-11-24T08:15:00+07:00'],
        ['2024-02-29T23:30:00-05:00', '2024-03-01T11:30:00+07:00'],
        ['0000-00-00T00:00:00+07:00', null],
      ],
      refuses: [
        '2026-11-24T08:15:00',
        '2026-11-24 08:15:00',
        '2026-11-24',
        '2026-02-29T08:15:00Z',
        '2026-02-30T08:15:00Z',
        '2026-13-01T08:15:00Z',
        '2026-11-24T25:15:00Z',
        '2026-11-24T24:00:00Z',
        '2026-11-24T08:15:00+99:00',
        'Tue, 24 Nov 2026 01:02:00 GMT',
        1_795_482_900_000,
        true,
      ],
    },
  ]);
});

describe('wrong arguments', () => {
  const both = [
    ['', 'wants a format with day, month and year, for example: dd/mm/yyyy'],
    ['dd/mm', 'wants a format with day, month and year'],
    ['mm/yyyy', 'wants a format with day, month and year'],
    ['dd/mm/yy', 'has the unknown date part "yy"; known: yyyy mm mmmm dd hh mi ss'],
    ['dd/bulan/yyyy', 'has the unknown date part "bulan"'],
    ['dd/dd/yyyy', 'has the date part "dd" twice'],
    ['dd mm mmmm yyyy', 'has two parts for the month'],
    ['yyyy-mm-dd hh:mm:ss', 'has the date part "mm" twice; minutes are mi'],
    ['yyyy-mm-dd HH:MM:SS', 'has the date part "mm" twice; minutes are mi'],
  ] as const;
  describeWrongArguments(date, [...both, ['iso', 'has the unknown date part "iso"']]);
  describeWrongArguments(datetime, [...both, ['iso 8601', 'has the unknown date part "iso"']]);
});
