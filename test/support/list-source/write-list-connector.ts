import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How the connector reads the list: REST by page, behind a row or by cursor; a CSV; or PostgreSQL behind a row, by its time
 * and key (`sql`) or its key alone (`sqlKey`).
 */
export type ListKind = 'page' | 'keyset' | 'cursor' | 'file' | 'sql' | 'sqlKey';

export interface ListConnectorOptions {
  readonly kind: ListKind;
  /** With a NIK as owner and two personal columns, `name` and `phone`; without, the same columns are nobody's. */
  readonly personal?: boolean;
  /** Keys of `sync.ListEntry` beside or in place of those that fit the kind; null leaves one out. Without it there is no such section. */
  readonly sync?: Readonly<Record<string, unknown>>;
  /** `read.ListEntry`, such as `live-else-copy` or `{ mode: …, staleAfter: … }`. */
  readonly read?: unknown;
  /** Rows of a page; default 500. */
  readonly size?: number;
  /** The table in PostgreSQL. */
  readonly table?: string;
  readonly timeoutMs?: number;
}

/** The record of the graph; the stream is `dinas/daftar/ListEntry`. */
const LIST_RECORD = 'ListEntry';

/** Settings that a list connector names, by what they are for. */
export interface ListPlaces {
  readonly url?: string;
  readonly folder?: string;
  readonly databaseUrl?: string;
}

/** The settings under which a list connector finds its source. */
export function listSettings({ url, folder, databaseUrl }: ListPlaces): Record<string, string> {
  return {
    ...(url && { LIST_URL: url }),
    ...(folder && { LIST_FOLDER: folder }),
    ...(databaseUrl && { LIST_DATABASE_URL: databaseUrl }),
  };
}

/** Writes the OPD folder `dinas` with schema.graphql and daftar.yaml into a folder of connectors. */
export function writeListConnector(root: string, options: ListConnectorOptions): void {
  const folder = join(root, 'dinas');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), writeSdl(options.personal ?? false));
  writeFileSync(join(folder, 'daftar.yaml'), writeYaml(options));
}

function writeSdl(isPersonal: boolean): string {
  const mark = isPersonal ? ' @tag(name: "personal") @policy(policies: [["owner"]])' : '';
  const root = isPersonal
    ? `type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal") @policy(policies: [["owner"]])
  entries: [ListEntry!]${mark}
}`
    : 'type Query {\n  entries(place: String!): [ListEntry!]\n}';
  return `${root}
enum ListStatus { SUBMITTED VERIFIED IN_PROCESS DONE }
type ListEntry${isPersonal ? ' @policy(policies: [["owner"]])' : ''} {
  id: ID!
  ${isPersonal ? 'name' : 'title'}: String${isPersonal ? ' @tag(name: "personal")' : ''}
  ${isPersonal ? 'phone' : 'reference'}: String${isPersonal ? ' @tag(name: "personal")' : ''}
  service: String
  status: ListStatus
  submittedOn: Date
  issuedOn: Date
  fee: Rupiah
  place: String
  count: Int
  note: String
  changedAt: DateTime
  source: Source
}
`;
}

function writeYaml(options: ListConnectorOptions): string {
  const { kind, personal: isPersonal = false, sync, read, timeoutMs = 3000 } = options;
  const live = isPersonal ? { by: 'nik', column: 'nik' } : { by: 'place', column: 'lokasi' };
  const sections = [
    'system: daftar\ndescribe: Daftar yang dibuat untuk pengujian\n',
    `sources:\n  list: { ${PLACES[kind]}, limits: { timeoutMs: ${timeoutMs}, concurrency: 4 } }\n`,
    'codes:\n  status: { "0": SUBMITTED, "1": VERIFIED, "2": IN_PROCESS, "3": DONE }\n',
    writeRecord(isPersonal),
    `operations:\n  entriesSince: ${writeList(options)}\n  entriesOf: ${writeLive(options, live)}\n`,
    isPersonal
      ? 'resolve:\n  Citizen.entries: { from: entriesOf, nik: nik }\n'
      : 'resolve:\n  Query.entries: { from: entriesOf, place: args.place }\n',
  ];
  if (sync) sections.push(`sync:\n  ${LIST_RECORD}: ${JSON.stringify(writeSync(options, sync))}\n`);
  if (read) sections.push(`read:\n  ${LIST_RECORD}: ${JSON.stringify(read)}\n`);
  return sections.join('');
}

const PLACES: Readonly<Record<ListKind, string>> = {
  page: `rest: "\${LIST_URL}"`,
  keyset: `rest: "\${LIST_URL}"`,
  cursor: `rest: "\${LIST_URL}"`,
  file: `files: "\${LIST_FOLDER}", settleMs: 0`,
  sql: `sql: "\${LIST_DATABASE_URL}"`,
  sqlKey: `sql: "\${LIST_DATABASE_URL}"`,
};

function writeRecord(isPersonal: boolean): string {
  return `records:
  ${LIST_RECORD}:
${isPersonal ? '    owner: nik | nik\n' : ''}    id: id
    ${isPersonal ? 'name' : 'title'}: nama
    ${isPersonal ? 'phone' : 'reference'}: telepon
    service: layanan
    status: sts | code status
    submittedOn: tgl_masuk | date dd/mm/yyyy
    issuedOn: tgl_terbit | date dd/mm/yyyy
    fee: biaya | rupiah
    place: lokasi
    count: jumlah
    note: keterangan | plain
    changedAt: tgl_ubah | datetime yyyy-mm-dd hh:mi:ss
`;
}

function writeList({ kind, size = 500, table = 'daftar' }: ListConnectorOptions): string {
  const rest = `source: list, rows: "rows[]", record: ${LIST_RECORD}`;
  const pages = { page: { by: 'page', parameter: 'page', size, total: 'total', maxPages: 1000 } };
  switch (kind) {
    case 'page':
      return `{ ${rest}, get: "/rows?since=:since&page=:page&size=${size}", pages: ${JSON.stringify(pages.page)} }`;
    case 'keyset':
      return `{ ${rest}, get: "/rows?since=:since&after=:after&size=:size" }`;
    case 'cursor': {
      const cursor = { by: 'cursor', parameter: 'cursor', next: 'next', total: 'total', maxPages: 1000 };
      return `{ ${rest}, get: "/cursor?since=:since&cursor=:cursor&size=${size}", pages: ${JSON.stringify(cursor)} }`;
    }
    case 'file':
      return `{ source: list, file: daftar.csv, rows: "rows[]", record: ${LIST_RECORD} }`;
    case 'sql':
    case 'sqlKey': {
      const byTime = 'where (tgl_ubah, id) > (:since, :after) order by tgl_ubah, id limit :size';
      const where = kind === 'sql' ? byTime : 'where id > :after order by id limit :size';
      return `{ source: list, sql: "select * from ${table} ${where}", maxRows: 100000, rows: "[]", record: ${LIST_RECORD} }`;
    }
  }
}

function writeLive(
  { kind, table = 'daftar' }: ListConnectorOptions,
  { by, column }: { readonly by: string; readonly column: string },
): string {
  if (kind === 'file')
    return `{ source: list, file: daftar.csv, where: { ${column}: ":${by}" }, rows: "rows[]", record: ${LIST_RECORD} }`;
  if (kind === 'sql' || kind === 'sqlKey')
    return `{ source: list, sql: "select * from ${table} where ${column} = :${by} order by id", rows: "[]", record: ${LIST_RECORD} }`;
  return `{ source: list, post: /rows/of, body: { ${column}: ":${by}" }, rows: "rows[]", record: ${LIST_RECORD} }`;
}

/** What fits the kind, under what the test says. */
function writeSync(
  { kind, size = 500 }: ListConnectorOptions,
  sync: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const whole = { from: 'entriesSince', key: 'id', every: '5m', sweep: '01:00' };
  const changes = {
    cursor: 'tgl_ubah | datetime yyyy-mm-dd hh:mi:ss',
    since: 'since | datetime yyyy-mm-dd hh:mi:ss',
    begin: '2015-01-01 00:00:00',
    lookback: '10m',
  };
  const keyset = kind === 'keyset' || kind === 'sql' || kind === 'sqlKey' ? { after: 'after', size } : {};
  const hasChanges = kind !== 'file' && kind !== 'sqlKey';
  const all = { ...whole, ...(hasChanges && changes), ...keyset, ...sync };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
