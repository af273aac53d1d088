import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';

/** The operating-system user that the server runs as, when that is not the hub's own. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The bits of a permission triple (`rwx`). */
export const READ = 4;
export const ENTER = 1;

/** Users made for this purpose first; `nobody` exists everywhere. */
const ACCOUNT_NAMES = ['postgres', '_postgres', 'nobody'];

/**
 * Names the user that runs PostgreSQL for a hub started by root, or nothing for an ordinary user.
 *
 * PostgreSQL refuses to run as root. Data that exist already stay with the user that owns them.
 */
export function findServerAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = listAccounts();
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid);
    return { name: known?.name ?? `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  for (const name of ACCOUNT_NAMES) {
    const account = accounts.find((candidate) => candidate.name === name);
    if (account !== undefined) return account;
  }
  throw new HubError('CONFIG_INVALID', 'PostgreSQL cannot run as root, and there is no user "postgres" or "nobody"', {
    fix: 'Start the hub as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  });
}

/** Says whether the account may use the path in the wanted way, judging by the modes of it and of its parents. */
export function canReach(account: Account, path: string, wanted: number): boolean {
  const real = realpathSync(path);
  if (!allows(account, real, wanted)) return false;
  for (let dir = dirname(real); ; dir = dirname(dir)) {
    if (!allows(account, dir, ENTER)) return false;
    if (dir === dirname(dir)) return true;
  }
}

/** Says whether the account can run the programs in this folder: a umask of 077 at install hides them from it. */
export function canRunBinaries(account: Account, rootDir: string): boolean {
  return (
    canReach(account, join(rootDir, 'bin', 'postgres'), READ | ENTER) &&
    canReach(account, join(rootDir, 'lib'), READ | ENTER) &&
    canReach(account, join(rootDir, 'share', 'postgresql', 'postgres.bki'), READ)
  );
}

function allows(account: Account, path: string, wanted: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

function listAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid >= 0); // macOS lists nobody as -2, which no call accepts
}
