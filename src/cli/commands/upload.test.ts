import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connector, loadConnectors } from '../../connector/index.ts';
import { readSharedSdl } from '../../hub.ts';
import { judgeUpload } from './upload.ts';

const SDL = `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal")
  aid: [Aid!] @tag(name: "personal")
}
type Aid @tag(name: "personal") {
  id: ID!
  nik: NIK
  paidOn: Date
}
`;

const YAML = `
system: siks
describe: Contoh
sources:
  drop: { files: "\${DINSOS_FOLDER}" }
  old: { files: "\${DINSOS_OLD_FOLDER}" }
  far: { sftp: "sftp://hub:sandi-demo@127.0.0.1:9/ekspor", hostKey: "SHA256:${'A'.repeat(43)}" }
records:
  Aid:
    owner: NIK | nik
    id: No
    nik: NIK | nik
    paidOn: Tanggal | date dd/mm/yyyy
operations:
  aidOf: { source: drop, file: "siks-*.csv", textColumns: [NIK], where: { NIK: ":nik" }, rows: "rows[]", record: Aid }
  allAid: { source: drop, file: "siks-*.csv", rows: "rows[]", record: Aid }
  oldAid: { source: old, file: "*-lama.csv", rows: "rows[]", record: Aid }
  farAid: { source: far, file: "siks-*.csv", rows: "rows[]", record: Aid }
resolve:
  Citizen.aid: { from: aidOf, nik: nik }
`;

const SITI = '1571991007900001';
const HEAD = 'No;NIK;Tanggal\n';

let root: string;
let folder: string;
let connector: Connector;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'upload-'));
  folder = join(root, 'masuk');
  for (const path of [folder, join(root, 'connectors', 'dinsos')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(root, 'connectors', 'dinsos', 'schema.graphql'), SDL);
  writeFileSync(join(root, 'connectors', 'dinsos', 'siks.yaml'), YAML);
  const settings = { DINSOS_FOLDER: folder, DINSOS_OLD_FOLDER: join(root, 'lama') };
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const options = { root: join(root, 'connectors'), sharedSdl: readSharedSdl(), settings, links };
  [connector] = loadConnectors(['dinsos'], options) as [Connector];
});
afterEach(async () => {
  await connector.close();
  rmSync(root, { recursive: true });
});

const judge = (name: string, text: string) => judgeUpload(connector, name, Buffer.from(text));

describe('an upload', () => {
  it('of a sound file is read by every operation that takes it, and then put into the folder', async () => {
    const text = `${HEAD}1;${SITI};05/11/2026\n2;${SITI};\n`;
    const upload = await judge('siks-11.csv', text);
    expect(upload.readings).toEqual([
      { operation: 'aidOf', readable: 2, findings: [] },
      { operation: 'allAid', readable: 2, findings: [] },
    ]);
    expect(readdirSync(folder)).toEqual([]);
    await upload.put();
    expect(readFileSync(join(folder, 'siks-11.csv'), 'utf8')).toBe(text);
  });

  it('tells rejected rows and values by their numbers, never by what stands in them', async () => {
    const text = `${HEAD}1;${SITI};05/11/2026\n2;1,57199E+15;05/11/2026\n3;${SITI};besok\n4;15719910079;05/11/2026\n`;
    const { readings } = await judge('siks-11.csv', text);
    expect(readings[0]).toMatchObject({
      readable: 2,
      findings: [
        { row: 3, isRejected: true, reason: expect.stringContaining('NIK: tertulis dalam notasi ilmiah') },
        { row: 4, isRejected: false, reason: expect.stringContaining('paidOn') },
        { row: 5, isRejected: true },
      ],
    });
    for (const secret of [SITI, '1,57199', 'besok', '15719910079'])
      expect(JSON.stringify(readings)).not.toContain(secret);
  });

  it.each([
    ['a name that no operation takes', 'bansos.csv', `${HEAD}1;${SITI};\n`, 'dinsos takes no file of this name'],
    ['a name that two folders take', 'siks-lama.csv', `${HEAD}1;${SITI};\n`, 'different folders'],
    ['no rows', 'siks-11.csv', HEAD, 'No row of this file can be read:\n  it has no rows'],
    ['no row that can be read', 'siks-11.csv', `${HEAD}1;15719;\n`, 'No row of this file can be read:\n  row 2: '],
    ['a column too few', 'siks-11.csv', 'No;Tanggal\n1;\n', 'aidOf cannot read it: its file has no column "NIK"'],
    ['no end', 'siks-11.csv', `${HEAD}1;15`, 'aidOf cannot read it: its file has no end'],
  ])('is refused with %s', async (_name, name, text, message) => {
    const judged = judge(name, text);
    await expect(judged).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names what would be taken where the name is wrong', async () => {
    const fix = 'Names that it takes: siks-*.csv, *-lama.csv';
    await expect(judge('bansos.csv', HEAD)).rejects.toMatchObject({ fix });
  });

  it('says what is missing where the folder is not there', async () => {
    const upload = await judge('siks-11.csv', `${HEAD}1;${SITI};\n`);
    rmSync(folder, { recursive: true });
    await expect(upload.put()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('ENOENT'),
    });
  });
});
