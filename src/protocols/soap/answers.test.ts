import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../outbound/index.ts';
import { text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../testing/everything-in.ts';
import { askService } from './testing/ask-service.ts';
import { envelope, found, xml } from './testing/envelopes.ts';

const SECRET = 'ISI-RAHASIA';
const NOTHING = { jumlah: '0', catatan: [] };

const answerTo = async (body: string) => (await askService(xml(body))).outcome;
const izin = (content: string) => `<n:izin>${content}</n:izin>`;

describe('an answer', () => {
  it.each([
    ['a single element that may repeat is a list', '<n:catatan>satu</n:catatan>', { catatan: ['satu'] }],
    ['a list without elements is an empty one', '', { catatan: [] }],
    [
      'an element named by reference may repeat too',
      '<n:catatan>a</n:catatan><n:catatan>b</n:catatan>',
      { catatan: ['a', 'b'] },
    ],
    ['an empty element that holds a list holds an empty one', '<n:daftar/>', { daftar: { izin: [] } }],
    ['numbers stay text, with their zeros', '<n:jumlah>007</n:jumlah>', { jumlah: '007' }],
    ['text keeps its blanks', '<n:catatan> a  b </n:catatan>', { catatan: [' a  b '] }],
    ['an empty element is empty text', '<n:catatan/>', { catatan: [''] }],
    ['xsi:nil is null', '<n:catatan xsi:nil="true"/><n:catatan xsi:nil="0">x</n:catatan>', { catatan: [null, 'x'] }],
    ['an xsi:nil that is false is none', '<n:jumlah xsi:nil="false">3</n:jumlah>', { jumlah: '3' }],
    [
      'references and CDATA are read',
      '<n:catatan>A &amp; B &#x1F600;<![CDATA[ <c> &amp;]]></n:catatan>',
      { catatan: ['A & B 😀 <c> &amp;'] },
    ],
    ['comments say nothing', '<n:catatan>a<!-- no -->b</n:catatan>', { catatan: ['ab'] }],
    ['another prefix, or none, is the same', '<catatan xmlns="urn:izin">a</catatan>', { catatan: ['a'] }],
    [
      'what the schema does not know is kept',
      '<n:baru><n:a>1</n:a><n:a>2</n:a><n:b/></n:baru>',
      { baru: { a: ['1', '2'], b: '' } },
    ],
    ['a name that objects have is a name like others', '<n:constructor>x</n:constructor>', { constructor: 'x' }],
  ])('%s', async (_claim, content, expected) => {
    expect(await answerTo(found(content))).toEqual({ catatan: [], ...expected });
  });

  it('has what a type inherits, takes from a group and holds of itself', async () => {
    const inner = izin('<n:nomor>2</n:nomor><n:biaya mataUang="IDR">1.5</n:biaya><n:tolak>2026-01-02</n:tolak>');
    const outer = izin(`<n:nomor>1</n:nomor><n:biaya xsi:nil="1"/>${inner.replaceAll('n:izin', 'n:induk')}`);
    expect(await answerTo(found(`<n:jumlah>1</n:jumlah><n:daftar>${outer}</n:daftar>`))).toEqual({
      jumlah: '1',
      daftar: {
        izin: [
          {
            nomor: '1',
            biaya: null,
            terbit: [],
            tolak: [],
            induk: { nomor: '2', biaya: '1.5', terbit: [], tolak: ['2026-01-02'] },
          },
        ],
      },
      catatan: [],
    });
  });

  it('may be of SOAP 1.2, and pretty', async () => {
    const body = found('\n  <n:jumlah>0</n:jumlah>\n').replace(
      /http:[^"]*envelope\//,
      'http://www.w3.org/2003/05/soap-envelope',
    );
    expect(await answerTo(body)).toEqual(NOTHING);
  });
});

const bomb = `<!DOCTYPE e [<!ENTITY a "${SECRET}"><!ENTITY b "&a;&a;&a;&a;">]>`;
const whole = found(`<n:jumlah>${SECRET}</n:jumlah>`);

describe('what is no answer', () => {
  it.each([
    ['an HTML page', text(`<html><head><title>${SECRET}</title></head><body></body></html>`)],
    ['an HTML page with a DOCTYPE', text(`<!DOCTYPE html>\n<html><body>${SECRET}</body></html>`)],
    ['JSON', text(`{"rahasia":"${SECRET}"}`)],
    ['nothing at all', text('')],
    ['half of it', text(whole.slice(0, -40))],
    ['an entity that grows', text(whole.replace('<soapenv:Env', `${bomb}<soapenv:Env`).replace(SECRET, '&b;'))],
    ['an entity of nobody', text(whole.replace(SECRET, '&nbsp;'))],
    ['an ampersand that stands alone', text(whole.replace(SECRET, `${SECRET} & co`))],
    ['a reference to no letter', text(whole.replace(SECRET, '&#0;'))],
    ['a tag that closes another', text(whole.replace('</n:jumlah>', '</n:jumlahnya>'))],
    ['an attribute without quotes', text(whole.replace('<n:jumlah>', '<n:jumlah a=b>'))],
    ['two documents', text(whole + whole)],
    ['a warning in front of it', text(`Warning: ${SECRET}\n${whole}`)],
    ['a warning behind it', text(`${whole}\nWarning: ${SECRET}`)],
    ['an empty body', text(envelope(''))],
    [
      'an envelope without a body',
      text('<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header/></e:Envelope>'),
    ],
    ['two elements in its body', text(envelope('<n:CariHasil xmlns:n="urn:izin"/><n:CariHasil xmlns:n="urn:izin"/>'))],
    ['the answer of another operation', text(envelope(`<n:Lain xmlns:n="urn:izin">${SECRET}</n:Lain>`))],
    ['elements a thousand deep', text(found(`${'<a>'.repeat(1000)}${SECRET}${'</a>'.repeat(1000)}`))],
    ['an element that would be inherited', text(found(`<__proto__><nik>${SECRET}</nik></__proto__>`))],
    ['letters that are not UTF-8', text(whole.replace(SECRET, '\uFFFD'))],
  ])('%s is a bad answer, and nothing of it is told', async (_claim, handle) => {
    const { outcome } = await askService(handle);
    expect(outcome).toBeInstanceOf(CallFailure);
    expect(outcome).toMatchObject({ kind: 'badAnswer' });
    expect(everythingIn(outcome)).not.toContain(SECRET);
  });
});
