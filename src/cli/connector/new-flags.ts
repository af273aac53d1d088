import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { type SourceKind, sourceKinds } from '../../connector/index.ts';

const OPTIONS = {
  from: { type: 'string' },
  kind: { type: 'string' },
  wsdl: { type: 'string' },
  operation: { type: 'string' },
  table: { type: 'string' },
  rows: { type: 'string' },
  type: { type: 'string' },
  field: { type: 'string' },
  owner: { type: 'string' },
  key: { type: 'string' },
  by: { type: 'string' },
  omit: { type: 'string' },
  describe: { type: 'string' },
  force: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** What `connector new` was told on the command line. */
export type NewFlags = ReturnType<typeof readFlags>;

/** @throws HubError BAD_USER_INPUT for a kind or name that cannot be. */
export function readFlags(args: string[]) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [opd, system, ...more] = positionals;
  if (more.length > 0)
    throw new HubError('BAD_USER_INPUT', `connector new can do nothing with ${more.length} more words`, {
      fix: 'Put text with blanks into quotes: --describe "Surat keterangan".',
    });
  for (const name of [opd, system]) if (name !== undefined) assertName(name);
  return { ...values, kind: readKind(values.kind), opd, system };
}

/** @throws HubError BAD_USER_INPUT for what can be no folder or file of a connector. */
export function assertName(name: string): void {
  if (/^[a-z][a-z0-9-]*$/.test(name)) return;
  throw new HubError('BAD_USER_INPUT', 'The names of OPD and system are small letters, digits and hyphens', {
    fix: 'Write it like: npm run hub -- connector new disnaker ak1',
  });
}

function readKind(kind: string | undefined): SourceKind | undefined {
  const found = sourceKinds.find((one) => one === kind);
  if (kind === undefined || found) return found;
  throw new HubError('BAD_USER_INPUT', `--kind ${kind} is not known`, { fix: `There are: ${sourceKinds.join(', ')}.` });
}
