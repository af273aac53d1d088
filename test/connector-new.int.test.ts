import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createOpdCodes } from '../src/city/index.ts';
import type { Person, Question } from '../src/cli/connector/ask-person.ts';
import { createConnector } from '../src/cli/connector/new.ts';
import { loadConnector, NO_SETTINGS, readSampleRecords } from '../src/connector/index.ts';
import { composeSupergraph } from '../src/federation/index.ts';
import { listCommittedSubgraphs, readSharedSdl } from '../src/hub.ts';
import { writeXlsx, type XlsxCell } from '../src/protocols/files/testing/write-xlsx.ts';
import { findMariadbd, startMariadb } from '../src/protocols/sql/testing/start-mariadb.ts';
import { buildSubgraph } from '../src/subgraph/index.ts';
import { createTestDatabase } from './support/create-test-database.ts';

const sources = join(import.meta.dirname, 'scaffold');
const source = (name: string): string => join(sources, name);

let root: string;
let printed: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-connector-'));
  printed = '';
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => {
    printed += `${String(line)}\n`;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const nobody: Person = {
  isThere: false,
  ask: async ({ flag, fallback }: Question) => {
    if (fallback !== undefined) return fallback;
    throw new Error(`asked for ${flag}`);
  },
  close: () => {},
};
const create = (opd: string, system: string, ...args: string[]) =>
  createConnector([opd, system, ...args], root, nobody);

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );

/** Every file below the folder, by its path. */
function listWritten(folder = root): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

const textOf = (opd: string, name: string): string => readFileSync(join(root, opd, name), 'utf8');

/** Everything that a new connector must pass: the loader, the guards, the city, its own samples. */
async function expectWhole(opd: string): Promise<readonly Record<string, unknown>[]> {
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const options = { root, sharedSdl: readSharedSdl(), settings: NO_SETTINGS, links, opds: createOpdCodes() };
  const { connector, problems } = loadConnector(opd, options);
  expect(problems).toEqual([]);
  if (!connector) throw new Error('it did not load');
  const { sdl, resolvers } = connector;
  const subgraph = await buildSubgraph({ name: opd, sdl, resolvers }, readSharedSdl());
  composeSupergraph([...listCommittedSubgraphs(), { name: opd, sdl: subgraph.sdl }]);
  await subgraph.close();
  const all: Record<string, unknown>[] = [];
  for (const system of connector.systems) {
    for (const [name, operation] of system.operations) {
      const sample = (kind: string): unknown => JSON.parse(textOf(opd, `samples/${system.name}/${name}.${kind}.json`));
      const records = readSampleRecords(operation, sample('answer'));
      expect(records).toEqual(sample('expected'));
      expect(records.length).toBeGreaterThan(0);
      // Values that do not convert would be expected, and still be wrong.
      expect(JSON.stringify(records)).not.toContain('"error"');
      all.push(...records);
    }
  }
  await connector.close();
  return all;
}

/** No value of the source's people is in any file or was printed. */
function expectNobody(values: readonly string[]): void {
  for (const [path, content] of listWritten()) {
    for (const value of values)
      expect(content.toLowerCase().includes(value.toLowerCase()), `${path}: a value`).toBe(false);
  }
  for (const value of values) expect(printed.toLowerCase()).not.toContain(value.toLowerCase());
}

interface Case {
  readonly name: string;
  readonly opd: string;
  readonly args: readonly string[];
  /** Lines that the connector file and the SDL must have. */
  readonly yaml: readonly string[];
  readonly sdl: readonly string[];
  readonly people: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'the OpenAPI document of a CodeIgniter service',
    opd: 'pencaker',
    args: ['--from', source('ak1-codeigniter.openapi.yaml'), '--type', 'SeekerCard'],
    yaml: [
      'post: /ak1/index.php/api/pencaker/cari',
      '{PENCAKER_SISTEM_KEY}" } }',
      'owner: nik | nik',
      'id: nomor_pendaftaran',
      'birthDate: tgl_lahir | date dd-mm-yyyy',
      'okWhen: { status: true }',
    ],
    sdl: ['seekerCards: [SeekerCard!] @tag(name: "personal") @policy', 'phone: String @tag(name: "personal")'],
    people: ['1571014502940003', 'Rahmawati', 'Abunjani', '085266778899', 'Bungo', '05-02-1994', '000123'],
  },
  {
    name: 'the OpenAPI document of a FastAPI service, references and alternatives followed',
    opd: 'puskesmas',
    args: ['--from', source('booking-fastapi.openapi.json')],
    yaml: ['oauth2: { token: /auth/token', 'owner: parent', 'body: { nik: ":nik" }', 'noBpjs: penjamin.no_bpjs'],
    sdl: ['tanggalPeriksa: Date', 'hadir: Boolean', 'keluhan: String @tag(name: "personal")'],
    people: [],
  },
  {
    name: 'a WSDL',
    opd: 'blue',
    args: ['--from', source('kir.wsdl'), '--operation', 'CekUji', '--type', 'KirTest'],
    yaml: ['wsdl: kir.wsdl', 'call: CekUji', 'noUji: links.no-uji', 'omit: { is_deleted:'],
    sdl: ['kirTests: [KirTest!]', 'id: ID!'],
    people: [],
  },
  {
    name: 'an XML answer with its WSDL',
    opd: 'blue',
    args: ['--from', source('kir-answer.xml'), '--wsdl', source('kir.wsdl'), '--rows', 'kendaraan'],
    yaml: ['rows: kendaraan', 'merek: merek', 'jbb: jbb', 'noUji: links.no-uji'],
    sdl: ['jbb: Int', 'noRangka: String @tag(name: "personal")'],
    people: ['JBI 014552', 'BH 8123 MG', 'Sumber Rejeki', 'MHMFE74P5FK012345', 'A91F22'],
  },
  {
    name: 'an answer of SIAK',
    opd: 'siak',
    args: ['--from', source('siak-person.json'), '--operation', 'POST /penduduk/nik'],
    yaml: ['owner: NIK | nik', 'rows: data', 'tglUbah: "TGL_UBAH | datetime yyyy-mm-dd hh:mi:ss"'],
    sdl: ['penduduk: Penduduk @tag', 'nikIbu: NIK', 'agama: String @tag(name: "personal")'],
    people: [
      '1571024107850002',
      '1571021203100045',
      'SURYANI',
      'SAROLANGUN',
      'MELATI',
      'NURHAYATI',
      '01-07-1985',
      'ISLAM',
    ],
  },
  {
    name: 'an answer of the PBB inquiry',
    opd: 'pajak',
    args: ['--from', source('pbb-bills.json'), '--operation', 'POST /pbb/inquiry', '--type', 'LandTaxBill'],
    yaml: ['nop: links.nop', 'okWhen: { Status.ResponseCode: "00" }', 'nop: $.Nop', 'penalty: Denda | rupiah'],
    sdl: ['landTaxBills: [LandTaxBill!]', 'year: Int', 'total: Rupiah'],
    people: ['157103000401200870', 'ZULKARNAIN', '412.500', 'THEHOK'],
  },
  {
    name: 'an answer of e-SAKIP, which is under the names of agencies',
    opd: 'sakip',
    args: ['--from', source('esakip-documents.json'), '--operation', 'GET /api/dokumen/renstra?tahun=:tahun'],
    yaml: ['rows: "data{}"', 'kelompok: $key', 'tanggalPublish: tanggal_publish | date dd mmmm yyyy'],
    sdl: ['type Query {', 'documents(tahun: String): [Document!]\n', 'type Document {'],
    people: ['Bambang', 'Hermawan'],
  },
  {
    name: 'an answer in the envelope of BPJS',
    opd: 'klinik',
    args: ['--from', source('bpjs-queue.json'), '--operation', 'POST /antrean/sisa', '--by', 'kodebooking'],
    yaml: ['okWhen: { metadata.code: 200 }', 'rows: response', 'kodebooking: links.kodebooking'],
    sdl: ['namadokter: String @tag(name: "personal")', 'sisaantrean: Int'],
    people: ['Hendra', 'Kurniawan'],
  },
  {
    name: 'a CSV of SIMDA in Windows-1252 with titles above its headings',
    opd: 'kebersihan',
    args: ['--from', source('retribusi-simda-2025.csv')],
    yaml: [
      'file: "retribusi-simda-*.csv"',
      'header: 3',
      'encoding: windows-1252',
      'where: { No Pelanggan: ":noPelanggan" }',
      'tunggakan: Tunggakan | rupiah',
    ],
    sdl: ['tglBayarTerakhir: Date', 'address: String @tag(name: "personal")'],
    people: ['Marlina', 'Élok', 'Hayam Wuruk', '081366554433', '0741-445566', '00398120', '1.050.000'],
  },
];

describe('a new connector', () => {
  it.each(CASES)('is whole out of $name', async ({ opd, args, yaml, sdl, people }) => {
    expect(await create(opd, 'sistem', ...args)).toBe(0);
    for (const line of yaml) expect(textOf(opd, 'sistem.yaml')).toContain(line);
    for (const line of sdl) expect(textOf(opd, 'schema.graphql')).toContain(line);
    await expectWhole(opd);
    expectNobody(people);
  });

  it('is whole out of an XLSX of SIKS-NG with title rows, and tells of the row that Excel has rounded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'siks-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { Data = [] } = JSON.parse(readFileSync(source('siks-ng.json'), 'utf8')) as Record<string, XlsxCell[][]>;
    const file = join(folder, 'siks-ng-2025-10.xlsx');
    writeFileSync(file, writeXlsx({ sheets: { Data } }));
    await create('bansos', 'siks', '--from', file);
    const yaml = textOf('bansos', 'siks.yaml');
    expect(yaml).toContain('owner: NOMOR INDUK KEPENDUDUKAN | nik');
    expect(yaml).toContain('textColumns: [NOMOR INDUK KEPENDUDUKAN, NOMOR KARTU KELUARGA]');
    expect(yaml).toContain('where: { NOMOR INDUK KEPENDUDUKAN: ":nomorIndukKependudukan" }');
    expect(yaml).toContain('nilaiBantuan: NILAI BANTUAN | rupiah');
    expect(printed).toContain('1 baris contoh ditolak');
    await expectWhole('bansos');
    expectNobody(['1571056309710001', '1571050101080099', 'Nursiah', 'Gafar', '1571052310880002', 'Terbaca', '750000']);
  });

  it('is whole out of a view of PostgreSQL, without the address in any file', async () => {
    const url = await createTestDatabase();
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(readFileSync(source('surat.postgres.sql'), 'utf8'));
    await admin.end();
    await create('kecamatan', 'sipaten', '--from', url, '--table', 'sipaten.v_surat');
    const yaml = textOf('kecamatan', 'sipaten.yaml');
    expect(yaml).toMatch(/sql: "\$\{KECAMATAN_SIPATEN_DATABASE_URL\}"/);
    expect(yaml).toContain('from sipaten.v_surat where nik = :nik');
    expect(yaml).toContain('dibuat: "dibuat | datetime yyyy-mm-dd hh:mi:ss"');
    expect(textOf('kecamatan', 'schema.graphql')).toMatch(/fee: Rupiah[\s\S]*halaman: Int[\s\S]*selesai: Boolean/);
    const records = await expectWhole('kecamatan');
    expect(records).toHaveLength(3);
    expectNobody(['1571035506900004', 'Yuliana', 'Darmawan', '470/0021', '2025-10-01', new URL(url).password, url]);
    expect(printed).toContain('berkas');
  });

  it.skipIf(!findMariadbd())('is whole out of a table of MySQL in latin1', { timeout: 90_000 }, async () => {
    const mariadb = await startMariadb(findMariadbd() ?? '');
    onTestFinished(() => mariadb.stop());
    const statements = readFileSync(source('pelanggan.mysql.sql'), 'utf8')
      .split(';\n')
      .filter((one) => one.trim() !== '');
    await mariadb.run('use tirta', "set sql_mode = ''", ...statements);
    await create('air', 'billing', '--from', mariadb.url);
    const yaml = textOf('air', 'billing.yaml');
    expect(yaml).toContain('charset: latin1');
    expect(yaml).toContain('where no_langganan = :noLangganan');
    expect(yaml).toContain('`desc`');
    expect(textOf('air', 'schema.graphql')).toMatch(/tunggakan: Rupiah/);
    await expectWhole('air');
    expectNobody(['Renée', 'Syarifuddin', '00812345', 'Slamet', '2009-03-17', 'sudut', 'sandi-uji', '175000']);
  });
});

describe('people', () => {
  const write = (name: string, content: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'answers-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('whose numbers or names records are under stay out of every file', async () => {
    const row = { layanan: 'KIA', jumlah: 2 };
    const byNumber = write('a.json', JSON.stringify({ data: { '1571014502940003': row, '1571014502940004': row } }));
    await create('angka', 'app', '--from', byNumber, '--operation', 'POST /x');
    await expectWhole('angka');
    const byName = write('b.json', JSON.stringify({ data: { 'Siti Aminah': [row], 'Budi Gunawan': [row] } }));
    await create('nama', 'app', '--from', byName, '--operation', 'POST /x');
    await expectWhole('nama');
    expect(textOf('nama', 'schema.graphql')).not.toContain('kelompok');
    expectNobody(['1571014502940003', '1571014502940004', 'Siti', 'Budi Gunawan']);
  });

  it('are not taken for headings of a file that has none', async () => {
    const file = write('data.csv', '1;Siti Aminah;1571014502940003\r\n2;Budi Gunawan;1571014502940004\r\n');
    const error = await failureOf(create('dinas', 'app', '--from', file));
    expect(error).toMatchObject({ message: expect.stringContaining('no line of headings') });
    expect(String(error)).not.toContain('Siti');
  });

  it.each(['GET /izin?no=1571014502940003', 'GET /izin?api_key=rahasia', 'GET /penduduk/:nik'])(
    'and passwords do not get into the address: %s',
    async (operation) => {
      const error = await failureOf(
        create('dinas', 'app', '--from', source('siak-person.json'), '--operation', operation),
      );
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', fix: expect.any(String) });
      expect(String(error)).not.toMatch(/1571014|rahasia/);
      expect(listWritten().size).toBe(0);
    },
  );

  it('of whom nothing says whose the records are are left out of what everybody sees', async () => {
    const file = write(
      'c.json',
      JSON.stringify({ data: [{ kategori: 'KIA', nama: 'Siti Aminah', isi: 'pagi', jumlah: 2 }] }),
    );
    await create('dinas', 'app', '--from', file, '--operation', 'GET /x');
    const sdl = textOf('dinas', 'schema.graphql');
    expect(sdl).toMatch(/type Query \{[\s\S]*category: String[\s\S]*jumlah: Int/);
    expect(sdl).not.toMatch(/name|isi/);
    expect(printed).toContain('nama, isi');
    await expectWhole('dinas');
    expectNobody(['Siti', 'Aminah']);
  });
});

describe('what is there already', () => {
  const ak1 = ['--from', source('ak1-codeigniter.openapi.yaml'), '--type', 'SeekerCard'];
  const siak = ['--from', source('siak-person.json'), '--operation', 'POST /penduduk/nik'];

  it('is extended by a second system, and both are whole', async () => {
    await create('dinas', 'ak1', ...ak1);
    await create('dinas', 'siak', ...siak);
    expect(printed).toMatch(/schema\.graphql +ditambah/);
    expect(textOf('dinas', 'schema.graphql').match(/^type Citizen/gm)).toHaveLength(1);
    expect(await expectWhole('dinas')).toHaveLength(2);
  });

  it('is extended by a type that everybody may see', async () => {
    await create('dinas', 'ak1', ...ak1);
    await create('dinas', 'sakip', '--from', source('esakip-documents.json'), '--operation', 'GET /dokumen');
    await expectWhole('dinas');
  });

  it('is never overwritten without --force', async () => {
    await create('dinas', 'ak1', ...ak1);
    const before = listWritten();
    expect(await failureOf(create('dinas', 'ak1', ...ak1))).toMatchObject({
      code: 'BAD_USER_INPUT',
      fix: expect.stringContaining('--force'),
    });
    expect(listWritten()).toEqual(before);
    await create('dinas', 'ak1', ...ak1, '--force', '--describe', 'Yang baru.');
    expect(textOf('dinas', 'schema.graphql')).toContain('Yang baru. From dinas');
    await expectWhole('dinas');
  });

  it('in the city’s graph gets another name, with a message', async () => {
    await create('izin-lain', 'app', ...siak, '--type', 'Permit');
    expect(textOf('izin-lain', 'schema.graphql')).toContain('permitsIzinLain: PermitIzinLain');
    expect(printed).toContain('Permit sudah ada di graf kota');
    await expectWhole('izin-lain');
  });
});

describe('connector new', () => {
  const ak1 = source('ak1-codeigniter.openapi.yaml');

  it('writes nothing with --dry-run, and shows what it would', async () => {
    await create('dinas', 'ak1', '--from', ak1, '--dry-run');
    expect(listWritten().size).toBe(0);
    expect(printed).toContain('type Citizen @key');
    expectNobody(['Rahmawati', '1571014502940003']);
  });

  it('says the same as data with --json', async () => {
    await create('dinas', 'ak1', '--from', ak1, '--json');
    const report = JSON.parse(printed) as { files: { file: string }[]; settings: { name: string }[]; next: string[] };
    expect(report.files.map(({ file }) => file)).toContain('connectors/dinas/ak1.yaml');
    expect(report.settings.map(({ name }) => name)).toEqual(['DINAS_AK1_URL', 'DINAS_AK1_KEY']);
    expect(report.next).toHaveLength(3);
  });

  const sakip = ['--from', source('esakip-documents.json')];
  it.each([
    ['without a choice of operation', ['--from', source('kir.wsdl')], '--operation', 'CekUji, CekNoPol'],
    ['without the address of an answer', sakip, '--operation', 'POST /izin/cari'],
    [
      'with an operation that wants a NIK in the address',
      ['--from', ak1, '--operation', 'detail_pencaker'],
      'NIK',
      'POST',
    ],
    ['with a column that there is not', ['--from', ak1, '--owner', 'nix'], '--owner nix', 'nik'],
    ['with a file that is missing', ['--from', 'tiada.json'], 'tiada.json', 'OpenAPI'],
    ['with a kind that does not fit', ['--from', ak1, '--kind', 'sql'], '--kind sql', 'OpenAPI'],
    ['with XML and no WSDL', ['--from', source('kir-answer.xml')], 'WSDL', '--wsdl'],
    ['with a place without records', [...sakip, '--operation', 'GET /x', '--rows', 'isi[]'], 'isi[]', '--rows'],
    ['with a database that is none', ['--from', 'oracle://u:rahasia@x/y'], 'address of a database', 'mysql://'],
    [
      'with a database that does not answer',
      ['--from', 'postgres://u:rahasia@127.0.0.1:9/y'],
      'cannot be read',
      'account',
    ],
  ])('refuses to go on %s, and says what to do', async (_name, args, message, fix) => {
    const error = await failureOf(create('dinas', 'app', ...args));
    expect(error).toMatchObject({ message: expect.stringContaining(message), fix: expect.stringContaining(fix) });
    expect(JSON.stringify(error)).not.toContain('rahasia');
    expect(listWritten().size).toBe(0);
  });

  it('asks a person one thing after the other, each with a default', async () => {
    const asked: string[] = [];
    const answers: Readonly<Record<string, string>> = {
      '<opd>': 'dinas',
      '<system>': 'ak1',
      '--from': ak1,
      '--type': 'Card',
    };
    const person: Person = {
      isThere: true,
      ask: async ({ flag, fallback }) => {
        asked.push(flag);
        return answers[flag] ?? fallback ?? '';
      },
      close: () => {},
    };
    await createConnector([], root, person);
    expect(asked).toEqual(['<opd>', '<system>', '--from', '--describe', '--type', '--owner', '--key']);
    expect(textOf('dinas', 'schema.graphql')).toContain('type Card ');
  });
});
