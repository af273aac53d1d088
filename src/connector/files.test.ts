import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../outbound/testing/loopback.ts';
import { styled, writeXlsx } from '../protocols/files/testing/write-xlsx.ts';
import { BUDI, citizen, failureOf, type OpenConnector, openConnector, SITI } from './testing/open-connector.ts';

const SDL = `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal")
  aid: [Aid!] @tag(name: "personal")
}
type Aid @tag(name: "personal") {
  id: ID!
  nik: NIK
  program: String
  amount: Rupiah
  paidOn: Date
}
`;

const yaml = (folder: string, options: string) => `
system: siks
describe: Bantuan sosial, berkas dari SIKS-NG
sources:
  drop: { files: "${folder}", settleMs: 0 }
records:
  Aid:
    owner: NIK | nik
    id: No
    nik: NIK | nik
    program: Program
    amount: Nilai | rupiah
    paidOn: Tanggal | ${options.includes('sheet') ? 'date yyyy-mm-dd' : 'date dd/mm/yyyy'}
operations:
  aidOf:
    source: drop
    file: "siks-ng-*"
    textColumns: [NIK]
    where: { NIK: ":nik" }
    rows: "rows[]"
    record: Aid
    ${options}
resolve:
  Citizen.aid: { from: aidOf, nik: nik }
`;

let folder: string;
let connector: OpenConnector;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siks-'));
});
afterEach(async () => {
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (options: string) => {
  connector = await openConnector({ sdl: SDL, yaml: yaml(folder, options), handle: json({}) });
};
const aidOf = (nik: string) => connector.ask('Citizen.aid', citizen(nik));

const CSV = `Penerima bantuan;;;;\r
No;NIK;Program;Nilai;Tanggal\r
A-1;${SITI};PKH;Rp 1.250.000;05/11/2026\r
A-2; ${SITI} ;BPNT;200000;\r
A-3;1,57199E+15;PKH;1;01/01/2026\r
`;

const expected = [
  { id: 'A-1', nik: SITI, program: 'PKH', amount: 1_250_000, paidOn: '2026-11-05' },
  { id: 'A-2', nik: SITI, program: 'BPNT', amount: 200_000, paidOn: null },
];

describe('a connector over a folder', () => {
  it('answers records out of CSV', async () => {
    writeFileSync(join(folder, 'siks-ng-2026.csv'), CSV);
    await open('header: 2');
    expect(await aidOf(SITI)).toMatchObject(expected);
  });

  it('answers the same records out of XLSX', async () => {
    const rows = [
      ['No', 'NIK', 'Program', 'Nilai', 'Tanggal'],
      ['A-1', SITI, 'PKH', 'Rp 1.250.000', styled(46331, 1)],
      ['A-2', ` ${SITI} `, 'BPNT', 200_000],
      ['A-3', 1571991107900002, 'PKH', 1, styled(46331, 1)],
    ];
    writeFileSync(join(folder, 'siks-ng-2026.xlsx'), writeXlsx({ sheets: { Sampul: [['x']], Data: rows } }));
    await open('sheet: "Data"');
    expect(await aidOf(SITI)).toMatchObject(expected);
  });

  it('fails for a citizen whose row may be the one that cannot be read, and names the row alone', async () => {
    writeFileSync(join(folder, 'siks-ng-2026.csv'), CSV);
    await open('header: 2');
    const failure = await failureOf(aidOf(BUDI));
    expect(failure).toMatchObject({ code: 'OPD_BAD_ANSWER', message: expect.stringContaining('row 5, column "NIK"') });
  });

  it('tells that there is nothing only where every row can be read', async () => {
    writeFileSync(join(folder, 'siks-ng-2026.csv'), CSV.replace(/A-3.*\r\n/, ''));
    await open('header: 2');
    expect(await aidOf(BUDI)).toEqual([]);
  });

  it.each([
    ['a folder that is gone', undefined, 'OPD_UNAVAILABLE', 'ENOENT'],
    ['a half-written file', CSV.slice(0, -30), 'OPD_UNAVAILABLE', 'still being written'],
    ['a column that was renamed', CSV.replace(';NIK', ';NO NIK'), 'OPD_BAD_ANSWER', 'no column "NIK" in line 2'],
  ])('fails for %s', async (_name, content, code, message) => {
    if (content === undefined) rmSync(folder, { recursive: true });
    else writeFileSync(join(folder, 'siks-ng-2026.csv'), content);
    await open('header: 2');
    expect(await failureOf(aidOf(SITI))).toMatchObject({ code, message: expect.stringContaining(message) });
  });
});
