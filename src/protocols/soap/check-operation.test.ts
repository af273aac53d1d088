import { describe, expect, it } from 'vitest';
import { SpecMistake } from '../protocol.ts';
import { soap } from './index.ts';
import { WSDL_PATH } from './testing/envelopes.ts';

const LIMITS = { timeoutMs: 100, concurrency: 1 };
const ADDRESS = 'http://127.0.0.1:9/izin.php';
const source = { soap: ADDRESS, wsdl: WSDL_PATH };
const right = { key: ':key', batas: 10 };

describe('an operation', () => {
  it('that fits its WSDL has no mistake', () => {
    const body = { ...right, tahun: ':t', saring: { kode: ['a', ':k'], kota: 'J' } };
    expect(soap.checkOperation?.({ call: 'Cari', body }, source)).toEqual([]);
  });

  it.each<[operation: object, key: string, message: string, suggestion: string]>([
    [{ post: '/x' }, 'source', 'is a SOAP service, and there is no "call"', 'write call: <operation>'],
    [{ call: 'Carii', body: right }, 'call', 'is no operation of the WSDL', 'did you mean Cari?'],
    [{ call: 'UbahData', body: right }, 'call', 'is no operation of the WSDL', 'one of: Cari, CariBaru, Hapus'],
    [{ call: 'Cari', form: right }, 'form', 'is for get and post', 'write body: { … }'],
    [{ call: 'Hapus' }, 'call', 'is of the RPC style', 'the hub speaks document/literal, one element each way'],
    [
      { call: 'Cari', body: { ...right, kei: 1 } },
      'body',
      'has "kei", which the WSDL does not take',
      'did you mean key?',
    ],
    [
      { call: 'Cari', body: { ...right, saring: { kot: 1 } } },
      'body',
      'has "saring.kot", which the WSDL does not take',
      'did you mean kota?',
    ],
    [{ call: 'Cari', body: { batas: 1 } }, 'body', 'lacks "key", which the WSDL requires', 'give it a value'],
    [{ call: 'Cari', body: { ...right, tahun: [1] } }, 'body', 'has a list at tahun', 'the WSDL takes one value there'],
    [{ call: 'Cari', body: { ...right, key: { a: 1 } } }, 'body', 'has a map at key', 'the WSDL takes one value there'],
    [{ call: 'Cari', body: { ...right, saring: 'x' } }, 'body', 'has a value at saring', 'write a map of kode, kota'],
  ])('%j is told what is wrong', (operation, key, message, suggestion) => {
    expect(soap.checkOperation?.({ ...operation }, source)).toEqual([{ key, message, suggestion }]);
  });

  it('without a body lacks everything that is required', () => {
    const mistakes = soap.checkOperation?.({ call: 'Cari' }, source) ?? [];
    expect(mistakes.map(({ message }) => message)).toEqual([
      'lacks "key", which the WSDL requires',
      'lacks "batas", which the WSDL requires',
    ]);
  });
});

describe('a source', () => {
  it.each<[claim: string, spec: object, key: string, message: string]>([
    ['an address that is none', { soap: 'kir.example' }, 'soap', 'is not an address'],
    ['an address with a password', { soap: 'http://hub:rahasia@127.0.0.1:9/' }, 'soap', 'is more than an address'],
    ['the address of the WSDL', { soap: `${ADDRESS}?WSDL` }, 'soap', "is the WSDL's address"],
    ['a WSDL of unknown place', { wsdl: 'izin.wsdl' }, 'wsdl', 'is not a file beside this file'],
    [
      'an account that XML cannot hold',
      { auth: { wsSecurity: { user: 'a\u0001rahasia', password: 'x' } } },
      'auth',
      'holds an account that XML cannot hold',
    ],
  ])('with %s is refused, and the value is not repeated', (_claim, spec, key, message) => {
    const open = () => soap.open({ ...source, ...spec }, LIMITS);
    expect(open).toThrow(SpecMistake);
    expect(open).toThrow(expect.objectContaining({ key, message }));
    expect(open).not.toThrow('rahasia');
  });
});
