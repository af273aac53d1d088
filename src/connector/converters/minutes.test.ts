import { describe } from 'vitest';
import { describeConverter } from '../testing/describe-converter.ts';
import { minutes } from './minutes.ts';

describe('minutes', () => {
  describeConverter(minutes, [
    {
      args: [],
      gives: [
        ['02:30', 150],
        ['2:30', 150],
        ['00:00', 0],
        ['112:30', 6750],
        [' 10:00 ', 600],
      ],
      refuses: ['2.5', 2.5, '02:60', '02:5', '-02:30', '02:30:00', 'dua jam', true, ['02:30']],
    },
  ]);
});
