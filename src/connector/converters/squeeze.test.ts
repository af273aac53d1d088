import { describeConverter } from '../testing/describe-converter.ts';
import { squeeze } from './squeeze.ts';

describeConverter(squeeze, [
  {
    args: [],
    gives: [
      ['BH 1234 AB', 'BH1234AB'],
      ['19750101 199803 1 002', '197501011998031002'],
      [12, '12'],
    ],
    refuses: [{}, ['x']],
  },
]);
