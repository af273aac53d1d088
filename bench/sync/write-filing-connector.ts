import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an OPD that takes submissions at FILING_URL and recognises what it had. */
export function writeFilingConnector(root: string): void {
  const folder = join(root, 'dinas');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), SDL);
  writeFileSync(join(folder, 'aduan.yaml'), YAML);
}

const SDL = `
type Mutation {
  file(idempotencyKey: String!, title: PersonalText!, text: PersonalText!): Submission! @policy(policies: [["direct"]])
}
type Submission @key(fields: "id", resolvable: false) { id: ID! @tag(name: "personal") @policy(policies: [["owner"]]) }
`;

const YAML = `system: aduan
describe: Aduan untuk pengukuran
sources:
  api: { rest: "\${FILING_URL}", limits: { timeoutMs: 3000, concurrency: 16 } }
records: {}
operations:
  file:
    source: api
    post: /aduan
    write: true
    body: { nik: ":nik", judul: ":title", isi: ":text", ref: ":ref" }
    receipt: nomor
resolve: {}
submissions:
  Mutation.file:
    to: file
    with: { nik: caller.nik, title: args.title, text: args.text, ref: submission.id }
    idempotent: true
`;
