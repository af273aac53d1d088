import { describeConverter } from '../testing/describe-converter.ts';
import { first } from './first.ts';

describeConverter(first, [
  {
    args: ['10'],
    gives: [
      ['2026-03-16 08:41:00', '2026-03-16'],
      ['2026-03-16', '2026-03-16'],
      ['kurang', 'kurang'],
    ],
    refuses: [{}, ['x']],
  },
]);
