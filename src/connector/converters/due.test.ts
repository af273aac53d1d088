import { converterScope } from '../testing/converter-scope.ts';
import { describeConverter, describeWrongArguments } from '../testing/describe-converter.ts';
import { due } from './due.ts';

const rule = { dayFor: (year: number) => (year < 1994 ? undefined : `${year}-09-30`) };
const scope = converterScope({ findRule: (name) => (name === 'pbb' ? rule : undefined) });

describeConverter(due, [
  {
    args: ['pbb'],
    scope,
    gives: [
      [2026, '2026-09-30'],
      ['2026', '2026-09-30'],
      [' 1994 ', '1994-09-30'],
      ['1993', null],
    ],
    refuses: ['26', '02026', '2026-01', 2026.5, 'dua ribu', true, [2026], { tahun: 2026 }],
  },
]);

describeWrongArguments(
  due,
  [
    ['', 'names the rule "", which this file does not have under rules'],
    ['pbbb', 'names the rule "pbbb"'],
  ],
  scope,
);
