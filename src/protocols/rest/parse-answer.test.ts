import { describe, expect, it } from 'vitest';
import { everythingIn } from '../testing/everything-in.ts';
import { parseAnswer, type Tolerance } from './parse-answer.ts';

const none = new Set<Tolerance>();
const tolerant = new Set<Tolerance>(['textBeforeJson']);
const WARNING =
  '<br />\n<b>Warning</b>:  Undefined array key "hp" in <b>/var/www/izin/index.php</b> on line <b>12</b><br />\n';

describe('JSON', () => {
  it.each([
    ['{"rc":"00","data":[]}', { rc: '00', data: [] }],
    ['[]', []],
    ['  \r\n{"a":1}\n', { a: 1 }],
    ['null', null],
  ])('%j is parsed with and without tolerance', (text, parsed) => {
    expect(parseAnswer(text, none)).toEqual(parsed);
    expect(parseAnswer(text, tolerant)).toEqual(parsed);
  });
});

describe('a page of HTML', () => {
  it('is a bad answer, and where pages come now and then none at all, so that a read is tried again', () => {
    const page = '<html><body>Runtime Error</body></html>';
    expect(() => parseAnswer(page, none)).toThrow(expect.objectContaining({ kind: 'badAnswer' }));
    expect(() => parseAnswer(page, new Set<Tolerance>(['htmlPages']))).toThrow(
      expect.objectContaining({ kind: 'unavailable' }),
    );
  });
});

describe('text before the JSON', () => {
  it.each([
    ['a PHP warning', `${WARNING}{"rc":"00"}`, { rc: '00' }],
    ['two PHP warnings', `${WARNING}${WARNING}[{"a":1}]`, [{ a: 1 }]],
    [
      'a warning with brackets of its own',
      'Notice: Undefined index [nik] in izin{closure}() {"rc":"00"}',
      { rc: '00' },
    ],
    ['a byte order mark', '\uFEFF{"rc":"00"}', { rc: '00' }],
    ['text before JSON whose strings hold brackets and quotes', 'x {"a":"}]{[","b":"\\"}"}', { a: '}]{[', b: '"}' }],
  ])('%s is forgiven where the connector file names it, and only there', (_name, text, parsed) => {
    expect(parseAnswer(text, tolerant)).toEqual(parsed);
    expect(() => parseAnswer(text, none)).toThrow('JSON');
  });
});

const SECRET = '1571991007900001';
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'text that is not whole JSON'],
  ['blanks', ' \n ', 'text that is not whole JSON'],
  ['an HTML page', `<!DOCTYPE html><title>${SECRET}</title>`, 'an HTML page instead of JSON'],
  [
    'an HTML page with a script',
    `<html><script>var a = {"nik":"${SECRET}"};</script></html>`,
    'an HTML page instead of JSON',
  ],
  ['JSON cut off in a text', `{"nik":"${SECRET}`, 'text that is not whole JSON'],
  ['JSON cut off behind an inner list', `{"rc":"00","data":[{"nik":"${SECRET}"}]`, 'text that is not whole JSON'],
  ['JSON cut off behind an inner object', `{"data":{"nik":"${SECRET}"}`, 'text that is not whole JSON'],
  [
    'a warning, then JSON cut off behind an inner list',
    `${WARNING}{"data":[{"nik":"${SECRET}"}]`,
    'an HTML page instead of JSON',
  ],
  ['text behind the JSON', `{"nik":"${SECRET}"} selesai`, 'text that is not whole JSON'],
  ['two JSON texts', `{"a":1}{"nik":"${SECRET}"}`, 'text that is not whole JSON'],
  ['a Java map', `{nik=${SECRET}}`, 'text that is not whole JSON'],
];

describe('no JSON', () => {
  it.each(REFUSED)('%s is refused even with tolerance, and nothing of it is in the error', (_name, text, message) => {
    const failure = catchFailure(() => parseAnswer(text, tolerant));
    expect(failure).toMatchObject({ kind: 'badAnswer', message });
    expect(everythingIn(failure)).not.toContain(SECRET);
  });

  it('of ten megabytes of brackets is refused without looking at each of them twice', () => {
    expect(() => parseAnswer(`x${'['.repeat(10_000_000)}`, tolerant)).toThrow('not whole JSON');
  });
});

function catchFailure(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}
