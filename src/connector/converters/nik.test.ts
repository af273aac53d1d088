import { expect, it } from 'vitest';
import { converterScope } from '../testing/converter-scope.ts';
import { describeConverter } from '../testing/describe-converter.ts';
import { nik } from './nik.ts';

describeConverter(nik, [
  {
    args: [],
    gives: [
      ['1571991007900001', '1571991007900001'],
      // Oracle's TO_CHAR leaves room for a sign.
      [' 1571991007900001', '1571991007900001'],
      ['0571991007900001', '0571991007900001'],
      // A JSON number of 16 digits that JavaScript holds exactly.
      [1_571_991_007_900_001, '1571991007900001'],
    ],
    refuses: [
      '157199100790000',
      '15719910079000011',
      '1571-9910-0790-0001',
      '1571991007900001x',
      '157199100790000O',
      '1.57101E+15',
      '１５７１９９１００７９００００１',
      'null',
      '-',
      '****************',
      JSON.parse('9471991007900001'),
      1_571_991_007_900_001.5,
      157_199,
      1e21,
      true,
      ['1571991007900001'],
      { nik: '1571991007900001' },
    ],
  },
]);

it('refuses a NIK kept as a number whose last digits are lost, and says so', () => {
  const convert = nik.create([], converterScope());
  expect(() => convert(JSON.parse('9471991007900001'))).toThrow('is a number whose last digits are lost');
});
