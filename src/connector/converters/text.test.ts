import { describe, expect, it } from 'vitest';
import { converterScope } from '../testing/converter-scope.ts';
import { describeConverter } from '../testing/describe-converter.ts';
import { plain, text } from './text.ts';

const none = converterScope();

describeConverter(text, [
  {
    args: [],
    gives: [
      [' Siti Rahma ', 'Siti Rahma'],
      ['<b>tetap</b>', '<b>tetap</b>'],
      [157_199, '157199'],
      ['157199010000200030', '157199010000200030'],
      [9_007_199_254_740_991, '9007199254740991'],
      [-1.5, '-1.5'],
      [true, 'true'],
    ],
    refuses: [
      // A NOP of 18 digits that came as a JSON number has lost its last ones.
      JSON.parse('157199010000200031'),
      JSON.parse('-9007199254740993'),
      1e21,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      ['Siti Rahma'],
      { nama: 'Siti Rahma' },
      () => 'Siti Rahma',
    ],
  },
]);

describeConverter(plain, [
  {
    args: [],
    gives: [
      ['<font color=red>Berkas kurang</font>', 'Berkas kurang'],
      ['<p>Baris satu</p><br/>Baris&nbsp;dua', 'Baris satu Baris dua'],
      ['Jalan &amp; &quot;trotoar&quot; &lt;3 m', 'Jalan & "trotoar" <3 m'],
      ['it&#39;s', "it's"],
      ['lampu < 5 watt dan > 3 watt', 'lampu < 5 watt dan > 3 watt'],
      ['<!-- catatan -->selesai', 'selesai'],
      ['&rusak; &constructor; &toString;', '&rusak; &constructor; &toString;'],
      ['<br>', null],
      ['&nbsp;', null],
      [12, '12'],
    ],
    refuses: [['<b>berkas</b>'], { catatan: 'berkas' }, Number.NaN],
  },
]);

describe('plain', () => {
  it.each(['<', '<a', '&', '<!'])('takes very many %j without looking ahead from each of them', (part) => {
    const convert = plain.create([], none);
    expect(convert(`${part.repeat(200_000)} akhir`)).toMatch(/akhir$/);
  });
});
