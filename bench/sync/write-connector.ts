import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS } from './source-table.ts';

/** Writes a connector of the legacy table; a personal one has an owner and two columns that nobody else may see. */
export function writeConnector(root: string, isPersonal: boolean): void {
  const folder = join(root, 'dinas');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), writeSdl(isPersonal));
  writeFileSync(join(folder, 'izin.yaml'), writeYaml(isPersonal));
}

function writeSdl(isPersonal: boolean): string {
  const mark = isPersonal ? ' @tag(name: "personal") @policy(policies: [["owner"]])' : '';
  return `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal") @policy(policies: [["owner"]])
  permits: [Permit!]${mark}
}
enum Status { SUBMITTED VERIFIED IN_PROCESS DONE }
type Permit${isPersonal ? ' @policy(policies: [["owner"]])' : ''} {
  id: ID!
  number: String${mark}
  name: String${mark}
  service: String
  status: Status
  submittedOn: Date
  issuedOn: Date
  fee: Rupiah
  place: String
  count: Int
  note: String
  changedAt: DateTime
}`;
}

function writeYaml(isPersonal: boolean): string {
  return `
system: izin
describe: Tabel izin untuk pengukuran
sources:
  db: { sql: "\${SOURCE_URL}", limits: { timeoutMs: 30000, concurrency: 2 } }
codes:
  status: { "0": SUBMITTED, "1": VERIFIED, "2": IN_PROCESS, "3": DONE }
records:
  Permit:
${isPersonal ? '    owner: nik | nik\n' : ''}    id: id
    number: nik
    name: nama
    service: layanan
    status: sts | code status
    submittedOn: tgl_masuk | date yyyy-mm-dd
    issuedOn: tgl_terbit | date yyyy-mm-dd
    fee: biaya | rupiah
    place: lokasi
    count: jumlah
    note: keterangan | plain
    changedAt: tgl_ubah | datetime iso
operations:
  since:
    source: db
    maxRows: 100000
    sql: >-
      select ${COLUMNS.replace('tgl_ubah', `to_char(tgl_ubah, 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"') as tgl_ubah`)} from sumber.izin
      where (izin.tgl_ubah, id) > (cast(replace(:since, '+07:00', '') as timestamp), :after)
      order by izin.tgl_ubah, id limit :size
    rows: "[]"
    record: Permit
  of: { source: db, sql: "select * from sumber.izin where nik = :nik", rows: "[]", record: Permit }
resolve:
  Citizen.permits: { from: of, nik: nik }
sync:
  Permit:
    from: since
    key: id
    every: 5m
    cursor: tgl_ubah | datetime iso
    since: since
    begin: "2000-01-01T00:00:00"
    after: after
    size: 2000
    lookback: 1m
    application: { service: service, status: status, submittedOn: submittedOn }
`;
}
