import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConnectors } from '../src/connector/index.ts';
import { readSharedSdl } from '../src/hub.ts';
import { citizenCaller } from '../src/identity/testing/callers.ts';
import { json, type Loopback, startLoopback } from '../src/outbound/testing/loopback.ts';
import { buildSubgraph } from '../src/subgraph/index.ts';
import { contextOf } from '../src/subgraph/testing/context-of.ts';
import { createTestDatabase } from './support/create-test-database.ts';

/** What apps see. It stays as it is while the OPD climbs from a file over a view to a service. */
const SDL = `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal") @policy(policies: [["owner"]])
  letters: [Letter!] @tag(name: "personal") @policy(policies: [["owner"]])
}
enum LetterStatus { REQUESTED SIGNED }
type Letter @tag(name: "personal") @policy(policies: [["owner"]]) {
  id: ID!
  status: LetterStatus
  requestedOn: Date
  fee: Rupiah
  source: Source
}`;
const SITI = '1571991007900001';
const BUDI = '1571991107900002';

const RECORDS = `
codes:
  status: { "0": REQUESTED, "1": SIGNED }
records:
  Letter: { owner: nik | nik, id: no_surat, status: sts | code status, requestedOn: tgl | date dd/mm/yyyy, fee: biaya | rupiah }
resolve:
  Citizen.letters: { from: lettersOf, nik: nik }
`;

/** The rungs: only where the rows are and how they are asked for differs. */
const RUNGS = {
  'a CSV file': `
sources:
  drop: { files: "\${FOLDER}", settleMs: 0 }
operations:
  lettersOf: { source: drop, file: "surat*.csv", where: { nik: ":nik" }, rows: "rows[]", record: Letter }`,
  'a view of its database': `
sources:
  db: { sql: "\${DATABASE}" }
operations:
  lettersOf: { source: db, sql: "select * from v_surat where nik = :nik order by no_surat", rows: "[]", record: Letter }`,
  'a REST service': `
sources:
  api: { rest: "\${URL}" }
operations:
  lettersOf: { source: api, post: /surat, body: { nik: ":nik" }, rows: "data[]", record: Letter }`,
};

const ROWS = [
  { no_surat: 'S-1', nik: SITI, sts: '1', tgl: '05/10/2026', biaya: '0' },
  { no_surat: 'S-2', nik: SITI, sts: '0', tgl: '20/10/2026', biaya: '10.000' },
  { no_surat: 'S-3', nik: BUDI, sts: '0', tgl: '21/10/2026', biaya: '10.000' },
];

let folder: string;
let service: Loopback;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-'));
  service = await startLoopback((request, response, socket) => {
    const { nik } = JSON.parse(request.body) as { nik: string };
    json({ data: ROWS.filter((row) => row.nik === nik) })(request, response, socket);
  });
  const database = await createTestDatabase();
  await createView(database);
  const columns = Object.keys(ROWS[0] ?? {});
  const lines = ROWS.map((row) => Object.values(row).join(';'));
  writeFileSync(join(folder, 'surat-oktober.csv'), `${[columns.join(';'), ...lines].join('\r\n')}\r\n`);
  settings = { FOLDER: folder, DATABASE: database, URL: service.url };
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

async function createView(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const values = ROWS.map(
    (row) =>
      `(${Object.values(row)
        .map((value) => `'${value}'`)
        .join(', ')})`,
  );
  await client.query(`create view v_surat (no_surat, nik, sts, tgl, biaya) as values ${values.join(', ')}`);
  await client.end();
}

/** Asks the OPD's guarded subgraph for Siti's letters. */
async function askForLetters(rung: string) {
  const root = mkdtempSync(join(tmpdir(), 'ladder-opd-'));
  mkdirSync(join(root, 'kelurahan'));
  writeFileSync(join(root, 'kelurahan', 'schema.graphql'), SDL);
  writeFileSync(join(root, 'kelurahan', 'surat.yaml'), `system: surat\ndescribe: Contoh\n${rung}\n${RECORDS}`);
  const sharedSdl = readSharedSdl();
  const links = { listLinksOf: async () => [] };
  const [connector] = loadConnectors(['kelurahan'], { root, sharedSdl, settings, links });
  if (!connector) throw new Error('not loaded');
  const { sdl, resolvers } = connector;
  const subgraph = await buildSubgraph({ name: 'kelurahan', sdl, resolvers }, sharedSdl);
  const caller = citizenCaller(SITI);
  const answer = await graphql({
    schema: subgraph.schema,
    source: `{ _entities(representations: [{ __typename: "Citizen", nik: "${SITI}" }])
      { ... on Citizen { letters { id status requestedOn fee source { opd system mode } } } } }`,
    contextValue: contextOf(caller),
  });
  await subgraph.close();
  await connector.close();
  rmSync(root, { recursive: true });
  return JSON.parse(JSON.stringify(answer)) as { data?: { _entities: unknown[] } };
}

it.each(Object.entries(RUNGS))('the same schema is answered from %s, with the same records', async (_name, rung) => {
  const { data, ...rest } = await askForLetters(rung);
  // A file is as fresh as it was written, and says so.
  const source = { opd: 'kelurahan', system: 'surat', mode: rung.includes('files:') ? 'COPY' : 'LIVE' };
  expect(rest).toEqual({});
  expect(data?._entities).toEqual([
    {
      letters: [
        { id: 'S-1', status: 'SIGNED', requestedOn: '2026-10-05', fee: 0, source },
        { id: 'S-2', status: 'REQUESTED', requestedOn: '2026-10-20', fee: 10_000, source },
      ],
    },
  ]);
});
