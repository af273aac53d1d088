import { converterScope } from '../testing/converter-scope.ts';
import { describeConverter, describeWrongArguments } from '../testing/describe-converter.ts';
import { bool, code } from './codes.ts';

const tables: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
  status: new Map<string, unknown>([
    ['00', 'SUBMITTED'],
    ['1', 'VERIFIED'],
    ['true', 'ISSUED'],
    ['9', null],
  ]),
  opd: new Map<string, unknown>([
    ['3', 'disdukcapil'],
    ['*', null],
  ]),
};
const scope = converterScope({ findCodeTable: (name) => tables[name] });

describeConverter(code, [
  {
    args: ['status'],
    scope,
    gives: [
      ['00', 'SUBMITTED'],
      [1, 'VERIFIED'],
      [' 1 ', 'VERIFIED'],
      [true, 'ISSUED'],
      [9, null],
    ],
    refuses: ['0', '2', '*', 'constructor', 'SUBMITTED', 1.5, ['1'], { kode: '1' }, Number.NaN],
  },
  {
    args: ['opd'],
    scope,
    gives: [
      [3, 'disdukcapil'],
      ['4', null],
      ['*', null],
    ],
    refuses: [['3'], { kode: 3 }],
  },
]);

describeConverter(bool, [
  {
    args: [],
    gives: [
      [true, true],
      ['1', true],
      [1, true],
      ['Y', true],
      ['YA', true],
      ['True', true],
      ['t', true],
      ['aktif', true],
      [false, false],
      [0, false],
      ['0', false],
      ['N', false],
      ['Tidak', false],
      ['False', false],
      ['nonaktif', false],
    ],
    refuses: [2, '2', '-1', '01', 'mungkin', 'yes!', [true], { aktif: true }, Number.NaN],
  },
]);

describeWrongArguments(
  code,
  [
    ['', 'names the code table "", which this file does not have under codes'],
    ['statsu', 'names the code table "statsu"'],
  ],
  scope,
);
