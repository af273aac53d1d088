import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallArguments } from '../protocol.ts';
import { soap } from './index.ts';
import { askService } from './testing/ask-service.ts';
import { found, xml } from './testing/envelopes.ts';
import { parseXmlTree, type XmlNode } from './xml/xml-tree.ts';

const answer = xml(found('<n:jumlah>0</n:jumlah>'));

async function requestFor(operation: object, args?: CallArguments, auth?: object) {
  const { requests, outcome } = await askService(answer, { ...operation }, args, auth);
  if (!requests[0]) throw new Error(`nothing was sent: ${outcome}`);
  return requests[0];
}

/** What stands in the body of an envelope. */
const bodyOf = (text: string) => /<soap:Body>(.*)<\/soap:Body>/s.exec(text)?.[1];

describe('a call', () => {
  it('goes to the address of the setting, with the action of the operation', async () => {
    const { path, headers } = await requestFor({});
    expect(path).toBe('/izin.php?app=1');
    expect(headers).toMatchObject({ soapaction: '"urn:izin/Cari"', 'content-type': 'text/xml; charset=utf-8' });
  });

  it('is of SOAP 1.2 where the service offers nothing older', async () => {
    const { headers, body } = await requestFor({ call: 'CariBaru' });
    expect(headers['content-type']).toBe('application/soap+xml; charset=utf-8; action="urn:izin/CariBaru"');
    expect(headers).not.toHaveProperty('soapaction');
    expect(parseXmlTree(body).namespace).toBe('http://www.w3.org/2003/05/soap-envelope');
  });

  it.each<[claim: string, body: object, args: CallArguments, expected: string]>([
    ['elements in the order of the schema', { batas: 5, key: ':key' }, { key: 'A' }, '<key>A</key><batas>5</batas>'],
    [
      'an argument of null nowhere, where it may be absent',
      { key: ':key', tahun: ':t', batas: 1 },
      { key: 'A', t: null },
      '<key>A</key><batas>1</batas>',
    ],
    [
      'an argument of null as nil, where it may not',
      { key: ':key', batas: ':b' },
      { key: 'A', b: null },
      '<key>A</key><batas xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
    ],
    [
      'an argument of null as an empty element, where it may not be nil either',
      { key: ':key', batas: 1 },
      { key: null },
      '<key/><batas>1</batas>',
    ],
    [
      'a text with two colons as a text with one',
      { key: '::key', batas: 1 },
      { key: 'A' },
      '<key>:key</key><batas>1</batas>',
    ],
    [
      'lists, and elements without a namespace',
      { key: 'A', batas: 1, saring: { kota: 'J', kode: ['a', ':key'] } },
      { key: 'B' },
      '<key>A</key><batas>1</batas><saring><kode>a</kode><kode>B</kode><kota xmlns="">J</kota></saring>',
    ],
    [
      'nothing that an argument could add',
      { key: ':key', batas: 1 },
      { key: `</key>&amp;<x a='"'>]]>\r` },
      "<key>&#60;/key&#62;&#38;amp;&#60;x a='&#34;'&#62;]]&#62;&#13;</key><batas>1</batas>",
    ],
  ])('sends %s', async (_claim, body, args, expected) => {
    const request = await requestFor({ body }, args);
    expect(bodyOf(request.body)).toBe(`<Cari xmlns="urn:izin">${expected}</Cari>`);
  });

  it.each(['a\u0000b', '\uD800'])('refuses an argument that XML cannot hold, before anything is sent', async (key) => {
    const { outcome, requests } = await askService(answer, {}, { key });
    expect(outcome).toMatchObject({ code: 'BAD_USER_INPUT', message: 'The value of :key cannot stand in XML.' });
    expect(requests).toEqual([]);
  });

  it('takes the parameters that its body names, each once', () => {
    const body = { key: ':key', saring: { kode: [':kode', ':key'], kota: '::kota' } };
    expect(soap.listParameters({ body })).toEqual({ all: ['key', 'kode'], addressed: [] });
  });
});

const account = { user: 'hub<1>', password: 'p&s"w' };

describe('WS-Security', () => {
  it('sends the password as text', async () => {
    const token = tokenOf(await requestFor({}, undefined, { wsSecurity: account }));
    expect(token).toMatchObject({ Username: 'hub<1>', Password: 'p&s"w' });
    expect(token.type).toMatch(/#PasswordText$/);
  });

  it('sends a digest over a nonce and the time, new for each message', async () => {
    const digest = { wsSecurity: { ...account, digest: true } };
    const tokens = [tokenOf(await requestFor({}, undefined, digest)), tokenOf(await requestFor({}, undefined, digest))];
    for (const { Password, Nonce = '', Created = '', type } of tokens) {
      const hash = createHash('sha1')
        .update(Buffer.from(Nonce, 'base64'))
        .update(Created + account.password);
      expect(Password).toBe(hash.digest('base64'));
      expect(type).toMatch(/#PasswordDigest$/);
      expect(Math.abs(Date.now() - Date.parse(Created))).toBeLessThan(60_000);
    }
    expect(tokens[0]?.Nonce).not.toBe(tokens[1]?.Nonce);
  });

  it('is left out without an account, and other headers may be sent', async () => {
    const auth = { basic: { user: 'hub', password: 'x' }, header: { 'x-kunci': 'k' } };
    const { body, headers } = await requestFor({}, undefined, auth);
    expect(body).not.toContain('Header');
    expect(headers).toMatchObject({ authorization: 'Basic aHViOng=', 'x-kunci': 'k' });
  });
});

function tokenOf({ body }: { readonly body: string }): Record<string, string> {
  const token = findNode(parseXmlTree(body), 'UsernameToken');
  expect(token?.namespace).toMatch(/wssecurity-secext-1\.0\.xsd$/);
  const texts = [...body.matchAll(/<wss?[eu]:(Username|Password|Nonce|Created)(?: [^>]*)?>([^<]*)</g)];
  const entries = texts.map(([, name, text]) => [name, decode(text ?? '')]);
  return { ...Object.fromEntries(entries), type: findNode(token, 'Password')?.attributes.Type ?? '' };
}

function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)));
}

function findNode(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (node === undefined || node.name === name) return node;
  for (const child of node.children) {
    const found = findNode(child, name);
    if (found) return found;
  }
  return undefined;
}
