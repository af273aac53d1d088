import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { loadConnectors, RequestSession } from './index.ts';
import { BUDI, citizen, SITI } from './testing/open-connector.ts';

const SHARED_SDL = `
scalar NIK @tag(name: "personal")
scalar Date
scalar Rupiah
`;
const SDL = `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal")
  bills(year: Int): [WaterBill!] @tag(name: "personal")
}
type WaterBill @tag(name: "personal") {
  holder: NIK
  month: String
  amount: Rupiah
  penalty: Rupiah
  paidOn: Date
}
`;
const YAML = `
system: tirta
describe: Contoh
sources:
  db:
    sql: "\${TIRTA_DATABASE_URL}"
    limits: { timeoutMs: 5000, concurrency: 2 }
records:
  WaterBill:
    owner: nik | nik
    holder: nik | nik
    month: blth
    amount: harga_air | rupiah
    penalty: denda | rupiah
    paidOn: tgl_bayar | date yyyy-mm-dd
operations:
  billsOf:
    source: db
    sql: |
      select nik, blth, harga_air, denda, tgl_bayar -- never :everything
      from sql_test.v_tagihan where nik = :nik and tahun >= :year order by blth
    maxRows: 3
    rows: "[]"
    record: WaterBill
resolve:
  Citizen.bills: { from: billsOf, nik: nik, year: args.year }
`;

const root = mkdtempSync(join(tmpdir(), 'connector-'));
let admin: Client;

beforeAll(async () => {
  admin = new Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  await admin.query(`drop schema if exists sql_test cascade; create schema sql_test;
    create table sql_test.v_tagihan (nik text, blth char(6), tahun int, harga_air numeric(12, 2), denda bigint, tgl_bayar date);
    insert into sql_test.v_tagihan values
      ('${SITI}', '202601', 2026, 87500.00, 0, '2026-02-03'), ('${SITI}', '202602', 2026, 91000.00, 5000, null),
      ('${SITI}', '202512', 2025, 80000.00, 0, '2026-01-05'), ('${BUDI}', '202601', 2026, 1.00, 0, null),
      ('${SITI}', '202411', 2024, 80000.00, 0, '2024-12-05');`);
  mkdirSync(join(root, 'tirta'));
  writeFileSync(join(root, 'tirta', 'schema.graphql'), SDL);
  writeFileSync(join(root, 'tirta', 'tirta.yaml'), YAML);
});
afterAll(async () => {
  await admin.query('drop schema sql_test cascade');
  await admin.end();
  rmSync(root, { recursive: true });
});

async function askBills(year: number): Promise<unknown> {
  const links = { listLinksOf: async (niks: readonly string[]) => niks.map(() => []) };
  const settings = { TIRTA_DATABASE_URL: inject('postgresUrl') };
  const [connector] = loadConnectors(['tirta'], { root, sharedSdl: SHARED_SDL, settings, links });
  try {
    const session = new RequestSession();
    return await connector?.resolvers.Citizen?.bills?.({ ...citizen(SITI) }, { year }, { session });
  } finally {
    await connector?.close();
  }
}

it('answers a citizen’s bills from a database, through the converters', async () => {
  expect(await askBills(2026)).toMatchObject([
    { holder: SITI, month: '202601', amount: 87_500, penalty: 0, paidOn: '2026-02-03' },
    { holder: SITI, month: '202602', amount: 91_000, penalty: 5_000, paidOn: null },
  ]);
});

it('fails rather than cutting a list that is longer than allowed', async () => {
  expect(await askBills(2025)).toHaveLength(3);
  await expect(askBills(2024)).rejects.toMatchObject({
    code: 'OPD_BAD_ANSWER',
    message: 'tirta/tirta: the answer is larger than 3 rows.',
  });
});
