import { describeConverter } from '../testing/describe-converter.ts';
import { month } from './month.ts';

describeConverter(month, [
  {
    args: ['yyyymm'],
    gives: [
      ['202610', '2026-10'],
      [202601, '2026-01'],
    ],
    refuses: ['202613', '202600', '2026-10', '20261', 'Oktober'],
  },
  { args: ['mm/yyyy'], gives: [['9/2026', '2026-09']], refuses: ['13/2026', '09-2026'] },
]);
