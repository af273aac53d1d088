import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import type { Run } from '../command.ts';
import { makeKeyPair } from '../levy/key-pair.ts';
import { openReports } from '../levy/open-reports.ts';

const USAGE =
  'npm run hub -- levy key --out <file> | levy open --key <file> [--state RECEIVED] [--photos <folder>] [--purpose <purpose>]';

/** `levy …`: what Inspektorat does on its own machine: the pair of keys, and reading what the hub holds sealed for it. */
export const runLevy: Run = async ([action, ...args]) => {
  if (action === 'key') return makeKey(args);
  if (action === 'open') return openReports(readOpenFlags(args));
  throw new HubError('BAD_USER_INPUT', `Say what to do: ${USAGE}`);
};

async function makeKey(args: string[]): Promise<number> {
  const { out } = parseArgs({ args, options: { out: { type: 'string' } } }).values;
  if (!out) throw new HubError('BAD_USER_INPUT', `Say where the private key is to lie: ${USAGE}`);
  const { publicKey, privateKey } = await makeKeyPair();
  try {
    writeFileSync(out, `${privateKey}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new HubError('BAD_USER_INPUT', `${out} cannot be written (${code})`, {
      fix: 'Name a file that is not there yet: a key that reports are sealed to is never overwritten.',
      cause,
    });
  }
  console.error(`${out} is the private key: it stays with Inspektorat, and without it no report can ever be read.`);
  console.error('HUB_INSPEKTORAT_KEY, for the hub:');
  console.log(publicKey);
  return 0;
}

function readOpenFlags(args: string[]) {
  const { key, state, photos, purpose } = parseArgs({
    args,
    options: {
      key: { type: 'string' },
      state: { type: 'string' },
      photos: { type: 'string' },
      purpose: { type: 'string' },
    },
  }).values;
  if (!key) throw new HubError('BAD_USER_INPUT', `Say where the private key lies: ${USAGE}`);
  return { keyFile: key, state, photos, purpose };
}
