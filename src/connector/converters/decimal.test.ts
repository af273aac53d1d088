import { describeConverter } from '../testing/describe-converter.ts';
import { decimal } from './decimal.ts';

describeConverter(decimal, [
  {
    args: [],
    gives: [
      ['80,5', 80.5],
      ['80.5', 80.5],
      ['80', 80],
      ['-3,25', -3.25],
      ['1.234,5', 1234.5],
      ['1,234.5', 1234.5],
      ['97,50 %', 97.5],
      [12.75, 12.75],
    ],
    refuses: ['1.234', '1,234', '80,', ',5', '1.2.3', 'Baik', '', {}, Number.NaN],
  },
  {
    args: ['comma'],
    gives: [
      ['1.234', 1234],
      ['1,234', 1.234],
      ['1.234.567,8', 1234567.8],
    ],
    refuses: ['1,234.5', '80.5', '12.34'],
  },
  {
    args: ['point'],
    gives: [
      ['1,234', 1234],
      ['1.234', 1.234],
    ],
    refuses: ['1.234,5', '80,5'],
  },
]);
