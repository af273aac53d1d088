import { describeConverter } from '../testing/describe-converter.ts';
import { opd } from './opd.ts';

describeConverter(opd, [
  {
    args: ['sikesal'],
    gives: [
      ['9', 'dpmptsp'],
      [9, 'dpmptsp'],
      ['8', null],
      ['Dinas Entah', null],
    ],
    refuses: [{}, ['9']],
  },
]);
