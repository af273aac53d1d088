import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HubError } from '../../base/hub-error.ts';
import { OWNER, type Owned } from '../../base/owner.ts';
import { everythingIn } from '../../protocols/testing/everything-in.ts';
import { type ConnectorFile, parseConnectorFile } from '../file/connector-file.ts';
import { converterScope } from '../testing/converter-scope.ts';
import { BUDI, SITI } from '../testing/open-connector.ts';
import { type CompiledRecord, compileRecord } from './compile-record.ts';
import { Report } from './report.ts';

const schema = buildSchema(`
scalar NIK
scalar Rupiah
scalar Date
type Query { permit: Permit }
type Source { system: String }
type Permit { id: ID! fee: Rupiah on: Date rc: String place: Place source: Source second: Source }
type Place { street: String rt: String map: Map }
type Map { sheet: Int }
`);
const source = { opd: 'dinas', system: 'izin', mode: 'LIVE', asOf: '2026-11-24T08:15:00+07:00' } as const;

function compile(mappings: Record<string, string>): CompiledRecord {
  const report = new Report(parseConnectorFile('izin.yaml', 'system: izin') as ConnectorFile);
  const scope = { ...converterScope(), report, codeTables: [] };
  const record = compileRecord(scope, schema, 'Permit', mappings, { opd: 'dinas', system: 'izin' });
  expect(report.problems).toEqual([]);
  if (!record) throw new Error('not compiled');
  return record;
}

const permit = compile({
  owner: 'nik | nik',
  id: 'no',
  fee: 'biaya',
  on: 'tgl | date dd/mm/yyyy',
  rc: '$.status.kode',
  'place.street': 'alamat.jalan',
  'place.rt': 'alamat.rt | pad 3',
  'place.map.sheet': 'peta',
});
const row = {
  nik: SITI,
  no: ' A-1 ',
  biaya: 'Rp 1.250.000',
  tgl: '24/11/2026',
  alamat: { jalan: 'Jl. Sultan Thaha', rt: 7 },
  peta: '12',
};
const answer = { status: { kode: '00' }, data: [row] };
const map = (value: unknown, expected: string | undefined = SITI) => permit.map(value, answer, source, expected);

describe('a row', () => {
  it('becomes a record of the graph: fields, inner objects, values of the whole answer', () => {
    expect(map(row)).toEqual({
      id: 'A-1',
      fee: 1_250_000,
      on: '2026-11-24',
      rc: '00',
      place: { street: 'Jl. Sultan Thaha', rt: '007', map: { sheet: 12, [OWNER]: SITI }, [OWNER]: SITI },
      source,
      second: source,
      [OWNER]: SITI,
    });
  });

  it('marks inner objects, and those within them, with the owner', () => {
    const { place } = map(row) as { place: { map: object } };
    expect(ownerOf(place)).toBe(SITI);
    expect(ownerOf(place.map)).toBe(SITI);
  });

  it('carries its owner where neither JSON nor a listing of keys shows it', () => {
    const record = map({ nik: SITI });
    expect(JSON.stringify(record)).not.toContain(SITI);
    expect(Object.keys(record)).not.toContain('owner');
  });

  it.each([[null], [undefined], [''], ['   ']])('whose value is %j has null there', (value) => {
    expect(map({ ...row, biaya: value, tgl: value })).toMatchObject({ fee: null, on: null });
  });

  it('that lacks what the graph promises has an error there, so that a copy of it is refused', () => {
    const { id } = map({ ...row, no: ' ' });
    expect(id).toMatchObject({ code: 'OPD_BAD_ANSWER', message: 'dinas/izin: what fills Permit.id is empty.' });
  });

  it('makes an inner object of nothing but nulls null, and keeps one with a single value', () => {
    expect(map({ ...row, alamat: null, peta: '' })).toHaveProperty('place', null);
    expect(map({ ...row, alamat: { jalan: ' ' }, peta: 3 })).toMatchObject({
      place: { street: null, rt: null, map: { sheet: 3 } },
    });
  });

  it('says what it fills, inner objects and sources included', () => {
    expect([...permit.fills].sort()).toEqual(
      [
        'Permit.id',
        'Permit.fee',
        'Permit.on',
        'Permit.rc',
        'Permit.place',
        'Place.street',
        'Place.rt',
        'Place.map',
        'Map.sheet',
        'Permit.source',
        'Permit.second',
      ].sort(),
    );
  });
});

describe('a value that does not convert', () => {
  const record = map({ ...row, biaya: 'gratis-1571991007900001', alamat: { rt: 'A-1571991007900001' } });

  it('is the error of its own field; the others have their values', () => {
    expect(record.fee).toBeInstanceOf(HubError);
    expect(record.fee).toMatchObject({
      code: 'OPD_BAD_ANSWER',
      opd: 'dinas',
      message: 'dinas/izin: what fills Permit.fee is not an amount in whole rupiah.',
    });
    expect(record).toMatchObject({ id: 'A-1', on: '2026-11-24' });
  });

  it('in an inner object keeps that object', () => {
    expect((record.place as { rt: unknown }).rt).toMatchObject({
      message: 'dinas/izin: what fills Place.rt is not made of digits.',
    });
  });

  it('is not in the error', () => {
    expect(everythingIn(record.fee)).not.toContain('1571991007900001');
    expect(everythingIn((record.place as { rt: unknown }).rt)).not.toContain('1571991007900001');
  });
});

const FOREIGN: readonly (readonly [string, unknown])[] = [
  ['belongs to somebody else', { ...row, nik: BUDI }],
  ['belongs to nobody', { ...row, nik: null }],
  ['does not say whose it is', { no: 'A-1', nama: 'Rahasia' }],
  ['has half a NIK', { ...row, nik: '157199' }],
  ['has a NIK whose last digits were lost', { ...row, nik: JSON.parse('9471991007900001') }],
  ['has a list for a NIK', { ...row, nik: [SITI] }],
];

describe('a row that', () => {
  it.each(FOREIGN)('%s is refused, and nothing of it is in the error', (_name, foreign) => {
    const failure = catchFailure(() => map(foreign));
    expect(failure).toMatchObject({ code: 'OPD_BAD_ANSWER', opd: 'dinas', retryable: false });
    const shown = everythingIn(failure);
    for (const secret of [SITI, BUDI, '157199', 'Rahasia', 'A-1', 'Sultan']) expect(shown).not.toContain(secret);
  });

  it('says whose it is keeps that owner when nobody in particular was asked for', () => {
    expect(ownerOf(permit.map({ ...row, nik: BUDI }, answer, source, undefined))).toBe(BUDI);
  });

  it('must say whose it is even when nobody in particular was asked for', () => {
    expect(() => permit.map({ ...row, nik: null }, answer, source, undefined)).toThrow(HubError);
  });
});

describe('owner: parent', () => {
  const step = compile({ owner: 'parent', id: 'no' });
  it('is whoever the record was asked for', () => {
    expect(ownerOf(step.map({ no: 1 }, answer, source, SITI))).toBe(SITI);
  });

  it('is nobody when the record was asked for nobody', () => {
    expect(ownerOf(step.map({ no: 1 }, answer, source, undefined))).toBe(undefined);
  });
});

describe('an owner', () => {
  it('may stand in the whole answer, and loses the blank that Oracle puts in front', () => {
    const record = compile({ owner: '$.nik | nik', id: 'no' });
    expect(ownerOf(record.map({ no: 1 }, { nik: ` ${SITI}` }, source, SITI))).toBe(SITI);
  });
});

function ownerOf(record: object): string | undefined {
  return (record as Owned)[OWNER];
}

function catchFailure(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}
