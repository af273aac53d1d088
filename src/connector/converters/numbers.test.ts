import { describe } from 'vitest';
import { describeConverter, describeWrongArguments } from '../testing/describe-converter.ts';
import { int, pad, rupiah } from './numbers.ts';

describe('int', () => {
  describeConverter(int, [
    {
      args: [],
      gives: [
        [2026, 2026],
        ['2026', 2026],
        [' 7 ', 7],
        ['-3', -3],
        ['007', 7],
        ['12.0', 12],
        ['12.00', 12],
        [2_147_483_647, 2_147_483_647],
        ['-2147483647', -2_147_483_647],
      ],
      refuses: [
        // In Indonesia a thousand, in a database export perhaps one: nobody can tell.
        '1.000',
        '12.5',
        12.5,
        '12,00',
        '1e3',
        '0x10',
        '1 000',
        'tujuh',
        '-',
        '2147483648',
        99_999_999_999,
        true,
        [7],
        { nilai: 7 },
        Number.NaN,
        Number.POSITIVE_INFINITY,
      ],
    },
    {
      args: ['dots'],
      gives: [
        ['1.500', 1500],
        ['12.345.678', 12_345_678],
        ['750', 750],
        [750, 750],
      ],
      refuses: ['1.50', '1,500', '1.5000', '1.500,5'],
    },
  ]);
});

describe('rupiah', () => {
  describeConverter(rupiah, [
    {
      args: [],
      gives: [
        [250_000, 250_000],
        ['250000', 250_000],
        ['250000.00', 250_000],
        ['250000,0', 250_000],
        ['250000.0', 250_000],
        ['Rp 1.250.000', 1_250_000],
        ['Rp1.250.000', 1_250_000],
        ['Rp. 1.250.000,-', 1_250_000],
        ['rp 1.250.000,00', 1_250_000],
        ['1.250.000', 1_250_000],
        ['1.250.000,00', 1_250_000],
        ['1,250,000', 1_250_000],
        ['1,250,000.00', 1_250_000],
        ['  75.000 ', 75_000],
        ['1.000', 1000],
        ['0', 0],
        ['0.00', 0],
        ['Rp 0,-', 0],
        ['-5.000', -5000],
        // Past GraphQL's Int, still exact.
        ['Rp 9.007.199.254.740.991', 9_007_199_254_740_991],
      ],
      refuses: [
        '250000.50',
        '1.250.000,75',
        250_000.5,
        '1.25.000',
        '1.250,000',
        '1.250.00',
        '12.5',
        'Rp',
        'Rp -',
        '1e6',
        'USD 20,000',
        'dua ratus ribu',
        '9007199254740993',
        9_007_199_254_740_992,
        1e21,
        true,
        ['250000'],
        { biaya: 250_000 },
      ],
    },
  ]);
});

describe('pad', () => {
  describeConverter(pad, [
    {
      args: ['3'],
      gives: [
        [7, '007'],
        ['7', '007'],
        ['007', '007'],
        [' 12 ', '012'],
        ['1234', '1234'],
        [0, '000'],
      ],
      refuses: ['7A', '-7', 7.5, 'RT 07', true, [7], 1e21, JSON.parse('12345678901234567890')],
    },
  ]);
});

describe('wrong arguments', () => {
  describeWrongArguments(pad, [
    ['', 'wants a number of digits, for example: pad 3'],
    ['tiga', 'wants a number of digits'],
    ['0', 'wants a number of digits'],
    ['-1', 'wants a number of digits'],
    ['2.5', 'wants a number of digits'],
    ['31', 'wants a number of digits'],
  ]);
});
