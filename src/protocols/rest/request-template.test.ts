import { describe, expect, it } from 'vitest';
import {
  compileFormBody,
  compileJsonBody,
  compilePath,
  listBodyParameters,
  listPathParameters,
} from './request-template.ts';

const HOSTILE = [
  'x","admin":true,"y":"',
  "O'Brien",
  '\\',
  'a\nb\r\nHost: evil',
  '../../admin',
  'a/b?c=d&e=f#g',
  ':other',
  '$' + '{SECRET}',
  '\u2028 \u{1F600} \uD800',
  '%2e%2e%2f',
];

describe('a body', () => {
  const build = compileJsonBody({
    nik: ':nik',
    tetap: 'izin: :nik',
    daftar: [':nik', 1, null, true],
    dalam: { t: ':t' },
  });

  it('holds arguments where its parameters stand, everything else as it is', () => {
    expect(JSON.parse(build({ nik: '1', t: 'x' }))).toEqual({
      nik: '1',
      tetap: 'izin: :nik',
      daftar: ['1', 1, null, true],
      dalam: { t: 'x' },
    });
  });

  it('keeps numbers, booleans and null as they are; what was not given is null', () => {
    expect(JSON.parse(build({ nik: 7, t: false })).daftar[0]).toBe(7);
    expect(JSON.parse(build({ nik: null })).dalam).toEqual({ t: null });
  });

  it.each(HOSTILE)('takes %j as a value and nothing else', (value) => {
    const { nik, dalam, ...rest } = JSON.parse(build({ nik: value, t: value })) as Record<string, unknown>;
    expect(nik).toBe(JSON.parse(JSON.stringify(value)));
    expect(dalam).toEqual({ t: nik });
    expect(Object.keys(rest)).toEqual(['tetap', 'daftar']);
  });

  it('writes a text that begins with a colon when the template doubles it', () => {
    const doubled = compileJsonBody({ sandi: '::hunter2' });
    expect(JSON.parse(doubled({ hunter2: 'x' }))).toEqual({ sandi: ':hunter2' });
    expect(listBodyParameters({ sandi: '::hunter2' })).toEqual([]);
  });
});

describe('a path', () => {
  const inQuery = compilePath('/izin?nomor=:id&hal=:page');
  const inPath = compilePath('/izin/:id/riwayat');

  it.each(HOSTILE.filter((value) => !value.includes('\uD800')))('takes %j in its query as one value', (value) => {
    const url = new URL(inQuery({ id: value, page: 2 }), 'http://host');
    expect(url.pathname).toBe('/izin');
    expect([...url.searchParams]).toEqual([
      ['nomor', value],
      ['hal', '2'],
    ]);
  });

  it('takes a number with blanks and a percent sign as one segment', () => {
    expect(inPath({ id: '503 A%' })).toBe('/izin/503%20A%25/riwayat');
  });

  it.each(['..', '.', '../admin', 'a/../b', 'a/..', '..\\admin', '', null])(
    'refuses %j as a segment, because servers read it as another path, and does not repeat it',
    (value) => {
      expect(() => inPath({ id: value })).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', message: 'The value of :id cannot stand in a path.' }),
      );
    },
  );

  it('refuses half a letter of four bytes, which cannot be sent, instead of failing', () => {
    expect(() => inQuery({ id: '\uD800', page: 1 })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('without parameters is taken as it is', () => {
    expect(compilePath('/dukcapil/08:15/call_nik')({})).toBe('/dukcapil/08:15/call_nik');
  });
});

describe('the parameters of a template', () => {
  it.each([
    [{ a: ':nik', b: [{ c: ':page' }], d: 'x :no', e: 5, f: null }, ['nik', 'page']],
    [':whole', ['whole']],
    [undefined, []],
  ])('of %j are %j', (template, parameters) => {
    expect(listBodyParameters(template)).toEqual(parameters);
  });

  it('of a path stand anywhere in it', () => {
    expect(listPathParameters('/izin/:id?sejak=:since&hal=:page')).toEqual(['id', 'since', 'page']);
  });
});

describe('a form', () => {
  it('has every value encoded, so that none can add a field', () => {
    const build = compileFormBody({ 'no izin': ':permit', jenis: 'semua', tanda: '::permit', n: 5 });
    expect(build({ permit: 'a&b=c d' })).toBe('no%20izin=a%26b%3Dc%20d&jenis=semua&tanda=%3Apermit&n=5');
    expect([...new URLSearchParams(build({ permit: 'é&x=1' })).keys()]).toEqual(['no izin', 'jenis', 'tanda', 'n']);
  });

  it('has nothing where an argument is null', () => {
    expect(compileFormBody({ a: ':a' })({ a: null })).toBe('a=');
  });
});
