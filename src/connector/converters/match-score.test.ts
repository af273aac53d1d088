import { describeConverter } from '../testing/describe-converter.ts';
import { matchScore } from './match-score.ts';

describeConverter(matchScore, [
  {
    args: [],
    gives: [
      ['Sesuai', 100],
      ['Sesuai (95)', 95],
      ['SESUAI (100)', 100],
      ['Tidak Sesuai', 0],
      [' Tidak Sesuai ', 0],
    ],
    refuses: ['Sesuai (101)', 'Sesuai ()', 'Ya', '95', 'Tidak Sesuai (10)', {}],
  },
]);
