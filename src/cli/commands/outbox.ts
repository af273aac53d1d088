import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import { getKeys, readConfig } from '../../config/index.ts';
import { createOutboxDesk, type ListedSubmission, type OutboxDesk, type Resolution } from '../../store/index.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { withDatabase } from '../with-database.ts';

const USAGE =
  'npm run hub -- outbox list | resolve <id> --delivered [--receipt <number>] | --rejected <reason> | --send-again';
/** More than anybody reads. */
const MAX_LISTED = 200;

/** `outbox …`: what waits and what needs a person; nothing of whose it is, or of what it says, is shown. */
export const runOutbox: Run = async ([action, ...args]) => {
  if (action === 'list' && args.length === 0) return list();
  if (action === 'resolve') return resolveOne(args);
  throw new HubError('BAD_USER_INPUT', `Say what to do: ${USAGE}`);
};

async function list(): Promise<number> {
  const open = await withDesk((desk) => desk.listOpen(MAX_LISTED));
  for (const one of open) console.log(describe(one));
  if (open.length === 0) console.log('Nothing waits: every agency has what was handed in for it.');
  if (open.length === MAX_LISTED) console.log(`… and perhaps more: only ${MAX_LISTED} are listed.`);
  return 0;
}

async function resolveOne(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      delivered: { type: 'boolean', default: false },
      receipt: { type: 'string' },
      rejected: { type: 'string' },
      'send-again': { type: 'boolean', default: false },
    },
  });
  const [id, ...more] = positionals;
  const ways: Resolution[] = [];
  if (values.delivered) ways.push({ as: 'delivered', receipt: values.receipt });
  if (values.rejected) ways.push({ as: 'rejected', reason: values.rejected });
  if (values['send-again']) ways.push({ as: 'sendAgain' });
  const [way] = ways;
  if (!id || more.length > 0 || !way || ways.length > 1)
    throw new HubError('BAD_USER_INPUT', `Say which one, and one thing that became of it: ${USAGE}`, {
      fix: "Look in the agency's system first: what is sent again although it was taken is there twice.",
    });
  await withDesk((desk) => desk.resolve(id, way));
  console.log(`${id}: ${SAID[way.as]}`);
  return 0;
}

const SAID: Readonly<Record<Resolution['as'], string>> = {
  delivered: 'the agency has it; its citizen sees that.',
  rejected: 'the agency refused it; its citizen sees why.',
  sendAgain: 'it is sent again within half a minute by a hub that runs.',
};

/** The keys are those of the hub: what is written here, it must read. */
function withDesk<Result>(use: (desk: OutboxDesk) => Promise<Result>): Promise<Result> {
  const { indexKeys, dataKeys, dataDir } = readConfig(process.env);
  return withDatabase((database) => {
    const keys = getKeys(indexKeys, dataKeys, resolve(dataDir ?? '.data'));
    return use(createOutboxDesk(database, keys));
  });
}

function describe({
  id,
  kind,
  opd,
  system,
  state,
  acceptedAtMs,
  attempts,
  nextAtMs,
  problem,
}: ListedSubmission): string {
  const needsPerson = state === 'needsAttention';
  const title = `${paint('bold', id)}  ${kind} → ${opd}/${system}`;
  const next = needsPerson ? paint('red', 'needs attention') : `next attempt ${formatJakartaInstant(nextAtMs)}`;
  return [
    `${title}  ${next}`,
    `  accepted ${formatJakartaInstant(acceptedAtMs)}; attempts: ${attempts}`,
    ...(problem === undefined ? [] : [`  ${problem}`]),
  ].join('\n');
}
