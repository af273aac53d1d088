import { afterEach, describe, expect, it } from 'vitest';
import { json } from '../../outbound/testing/loopback.ts';
import { citizen, failureOf, type OpenConnector, openConnector, SITI } from '../testing/open-connector.ts';

const sdl = `
type Citizen @key(fields: "nik") { nik: NIK! documents: [Document!] }
type Document { id: ID opd: String agency: Agency }
type Agency { name: String }
`;
const yaml = (rows: string, record: string) => `
system: esakip
describe: Contoh
sources:
  api: { rest: "\${URL}" }
records:
  Document: { ${record} }
operations:
  documentsOf: { source: api, post: /cari, body: { nik: ":nik" }, rows: "${rows}", record: Document }
resolve:
  Citizen.documents: { from: documentsOf, nik: nik }
`;
let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function ask(rows: string, answer: unknown, record = 'id: no, opd: $.opd, agency.name: $.opd'): Promise<unknown> {
  open = await openConnector({ sdl, yaml: yaml(rows, record), handle: json(answer) });
  return open.ask('Citizen.documents', citizen(SITI));
}

const A = { no: 'A' };
const B = { no: 'B' };

const READ: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['data[]', { data: [A, B] }, ['A', 'B']],
  ['data[]', { data: [] }, []],
  ['data.items[] | data.data[] | data[]', { data: { items: [A] } }, ['A']],
  ['data.items[] | data.data[] | data[]', { data: { data: [A, B] } }, ['A', 'B']],
  ['data.items[] | data.data[] | data[]', { data: [B] }, ['B']],
  ['data.items[] | data.data[] | data[]', { data: null }, []],
  ['data[]', { data: null }, []],
  ['data[]', {}, []],
  ['a.b[0].c[]', { a: { b: [{ c: [A] }] } }, ['A']],
  ['[]', [A, B], ['A', 'B']],
  ['[]', [], []],
  ['data', { data: A }, ['A']],
  ['data', { data: null }, []],
  ['data', { data: [] }, []],
  ['data[0]', { data: [B, A] }, ['B']],
  ['', A, ['A']],
  ['data[]?', { data: [A, B] }, ['A', 'B']],
  ['data[]?', { data: A }, ['A']],
  ['data[]?', { data: [] }, []],
  ['data[]?', { data: null }, []],
  ['[]?', A, ['A']],
  ['[]?', [A, B], ['A', 'B']],
  ['data{}', { data: { 'DINAS KESEHATAN': [A, B], 'DINAS SOSIAL': [] } }, ['A', 'B']],
  ['data{}', { data: { 0: A, 2: B } }, ['A', 'B']],
  ['data{}', { data: { x: A, y: null, z: [B] } }, ['A', 'B']],
  ['data{}', { data: {} }, []],
  ['data{}', { data: [] }, []],
  ['data{}', { data: null }, []],
  ['data{}', {}, []],
  ['{}', { x: [A], y: B }, ['A', 'B']],
];

const REFUSED: readonly (readonly [string, unknown, string])[] = [
  ['data[]', { data: A }, 'list of records'],
  ['data[]', { data: ['A'] }, 'list of records'],
  ['[]', A, 'list of records'],
  ['data.items[] | data[]', { data: 'A' }, 'list of records'],
  ['data.items[] | data.list[]', { data: { list: 1 } }, 'list of records'],
  ['data', { data: [A] }, 'record'],
  ['data[]?', { data: 'A' }, 'list of records or the record'],
  ['data[]?', { data: [[A]] }, 'list of records or the record'],
  ['data{}', { data: [A] }, 'records under their names'],
  ['data{}', { data: 'A' }, 'records under their names'],
  ['data{}', { data: { x: 'A' } }, 'records under their names'],
  ['data{}', { data: { x: [A, 'B'] } }, 'records under their names'],
  ['data{}', { data: { x: [[A]] } }, 'records under their names'],
];

describe('rows', () => {
  it.each(READ)('%j of %j are %j', async (rows, answer, ids) => {
    const found = (await ask(rows, answer)) as readonly { id: string }[];
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it.each(REFUSED)('%j of %j is a bad answer', async (rows, answer, name) => {
    expect(await failureOf(ask(rows, answer))).toMatchObject({
      code: 'OPD_BAD_ANSWER',
      message: `dinas/esakip: something else where the ${name} should be.`,
    });
  });
});

describe('rows under names', () => {
  const answer = { opd: 'Kota', data: { 'DINAS KESEHATAN': [A, B], 'DINAS SOSIAL': { ...A } } };

  it('tell a record their name as $key, also in an inner object and through a converter', async () => {
    expect(await ask('data{}', answer, 'opd: $key | text, agency.name: $key, id: no')).toMatchObject([
      { id: 'A', opd: 'DINAS KESEHATAN', agency: { name: 'DINAS KESEHATAN' } },
      { id: 'B', opd: 'DINAS KESEHATAN', agency: { name: 'DINAS KESEHATAN' } },
      { id: 'A', opd: 'DINAS SOSIAL', agency: { name: 'DINAS SOSIAL' } },
    ]);
  });

  it('leave a column of the name $key to who asks for it by its path', async () => {
    const odd = { data: [{ no: 'A', dalam: { $key: 'x' } }] };
    expect(await ask('data[]', odd, 'id: no, opd: dalam.$key, agency.name: no')).toMatchObject([{ opd: 'x' }]);
  });
});
