import type { SpawnOptions } from 'node:child_process';
import type { Account } from './account.ts';

/** Returns how PostgreSQL's programs are started: as the account, with nothing of the hub's environment but PATH. */
export function programOptions(account: Account | undefined, cwd: string): SpawnOptions {
  return {
    cwd,
    // A fixed language: the hub reads their complaints.
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  };
}
