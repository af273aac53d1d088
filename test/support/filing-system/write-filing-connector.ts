import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mutation of each contract, which is the kind of what comes by it. */
export const filingKinds = { dikenal: 'fileKnown', jejak: 'fileTraced' } as const;

/** Writes the OPD folder `dinas` of a filing system, which FILING_URL names, into a folder of connectors. */
export function writeFilingConnector(root: string): void {
  const folder = join(root, 'dinas');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), SDL);
  writeFileSync(join(folder, 'dikenal.yaml'), KNOWN);
  writeFileSync(join(folder, 'jejak.yaml'), TRACED);
}

const SDL = `
type Citizen @key(fields: "nik") {
  nik: NIK! @tag(name: "personal") @policy(policies: [["owner"]])
  filed: [Filed!] @tag(name: "personal") @policy(policies: [["owner"]])
}
type Filed @tag(name: "personal") @policy(policies: [["owner"]]) { id: ID! }
type Mutation {
  fileKnown(idempotencyKey: String!, text: PersonalText!): Submission! @policy(policies: [["direct"]])
  fileTraced(idempotencyKey: String!, text: PersonalText!): Submission! @policy(policies: [["direct"]])
}
type Submission @key(fields: "id", resolvable: false) { id: ID! @tag(name: "personal") @policy(policies: [["owner"]]) }
`;

const SOURCE = `sources:
  api: { rest: "\${FILING_URL}", limits: { timeoutMs: 800, concurrency: 16 } }
`;

const KNOWN = `system: dikenal
describe: Mengenali kiriman yang sama
${SOURCE}records: {}
operations:
  file: { source: api, post: /dikenal, write: true, body: { nik: ":nik", isi: ":text", ref: ":ref" }, receipt: nomor }
resolve: {}
submissions:
  Mutation.fileKnown:
    to: file
    with: { nik: caller.nik, text: args.text, ref: submission.id }
    idempotent: true
`;

const TRACED = `system: jejak
describe: Tidak mengenali apa-apa, tetapi dapat dicari
${SOURCE}records:
  Filed: { owner: nik | nik, id: nomor }
operations:
  file: { source: api, post: /jejak, write: true, body: { nik: ":nik", isi: ":text" }, receipt: nomor }
  filedBy: { source: api, post: /jejak/cari, body: { nik: ":nik" }, rows: "data[]", record: Filed }
resolve:
  Citizen.filed: { from: filedBy, nik: nik }
submissions:
  Mutation.fileTraced:
    to: file
    with: { nik: caller.nik, text: args.text }
    trace: { from: filedBy, with: { nik: caller.nik }, match: { text: isi }, receipt: nomor, settle: 1s }
`;
