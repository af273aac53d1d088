import { createCipheriv, createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, inTurn, json, text } from '../outbound/testing/loopback.ts';
import { citizen, failureOf, type OpenConnector, openConnector, SITI } from './testing/open-connector.ts';

const sdl = `
type Citizen @key(fields: "nik") { nik: NIK! permits: [Permit!] }
type Permit @tag(name: "personal") { id: ID! office: String }
`;
const yaml = (source: string, operation: string, office = 'kantor') => `
system: izin
describe: Contoh
sources:
  api: { rest: "\${URL}", ${source} }
records:
  Permit: { owner: parent, id: no, office: ${office} }
operations:
  permitsOf:
    source: api
    record: Permit
    ${operation}
resolve:
  Citizen.permits: { from: permitsOf, nik: nik }
`;
const PAGED = `post: /cari
    body: { nik: ":nik", hal: ":hal" }
    pages: { by: page, parameter: hal, size: 2, total: jumlah }
    okWhen: { rc: "00" }
    cases: [{ when: { rc: "05" }, is: quota }, { when: { rc: "01" }, is: empty }]
    rows: data[]`;
const PLAIN = `post: /cari
    body: { nik: ":nik" }
    emptyStatus: [404]
    okWhen: { rc: "00" }
    cases: [{ when: { rc: "05" }, is: quota }]
    rows: data[]`;

let open: OpenConnector | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function ask(file: string, handle: Handle): Promise<unknown> {
  open = await openConnector({ sdl, yaml: file, handle });
  return open.ask('Citizen.permits', citizen(SITI));
}

const first = json({ rc: '00', data: [{ no: '1' }, { no: '2' }], jumlah: 3 });

describe('an answer in pages', () => {
  it('is one list of records, and nobody gives the number of the page', async () => {
    const records = await ask(yaml('', PAGED), inTurn(first, json({ rc: '00', data: [{ no: '3' }] })));
    expect(records).toMatchObject([{ id: '1' }, { id: '2' }, { id: '3' }]);
    expect(open?.system.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { nik: SITI, hal: 1 },
      { nik: SITI, hal: 2 },
    ]);
  });

  it.each([
    ['a case of quota', { rc: '05', data: [] }, 'OPD_QUOTA'],
    ['something that okWhen does not know', { rc: '99', data: [] }, 'OPD_BAD_ANSWER'],
    ['an end before the total', { rc: '00', data: [] }, 'OPD_BAD_ANSWER'],
  ])('fails where a further page is %s', async (_name, second, code) => {
    expect(await failureOf(ask(yaml('', PAGED), inTurn(first, json(second))))).toMatchObject({ code });
  });

  it('whose first page is empty by a case is empty', async () => {
    expect(await ask(yaml('', PAGED), json({ rc: '01' }))).toEqual([]);
  });

  it('counts each page as a call to the system', async () => {
    const limited = yaml('limits: { perMinute: 2 }', PAGED.replace(', total: jumlah', ''));
    const second = json({ rc: '00', data: [{ no: '3' }, { no: '4' }] });
    expect(await failureOf(ask(limited, inTurn(first, second)))).toMatchObject({ code: 'OPD_QUOTA' });
    expect(open?.system.requests).toHaveLength(2);
  });
});

describe('a status that says that there is no record', () => {
  it.each([
    ['JSON that okWhen does not know', json({ pesan: 'tidak ada' }, 404)],
    ['a page', text('<h1>Not Found</h1>', 404)],
  ])('is no record, whatever it comes with: %s', async (_name, handle) => {
    expect(await ask(yaml('', PLAIN), handle)).toEqual([]);
  });

  it('may still be something else by what a case says', async () => {
    expect(await failureOf(ask(yaml('', PLAIN), json({ rc: '05' }, 404)))).toMatchObject({ code: 'OPD_QUOTA' });
  });
});

describe('an encrypted answer', () => {
  const decrypt = 'decrypt: { path: data, cipher: aes-256-gcm, encoding: hex, secret: garam, key: sha256 }';
  const key = createHash('sha256').update('garam').digest();
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12));
  const plain = JSON.stringify({ items: { 'DINAS SOSIAL': [{ no: 'A' }] } });
  const data = Buffer.concat([Buffer.alloc(12), cipher.update(plain), cipher.final(), cipher.getAuthTag()]);

  it('is mapped as if it had not been encrypted', async () => {
    const operation = 'post: /cari\n    body: { nik: ":nik" }\n    rows: "data.items{}"';
    const records = await ask(yaml(decrypt, operation, '$key'), json({ data: data.toString('hex') }));
    expect(records).toMatchObject([{ id: 'A', office: 'DINAS SOSIAL' }]);
  });
});
