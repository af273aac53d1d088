import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { findProcessMark } from './processes.ts';

/**
 * Claims the folder for this process until the returned function is called or the process ends.
 *
 * Without it a second hub started by mistake would stop the first one's database as if it were a leftover.
 * @throws HubError CONFIG_INVALID while another running process holds the claim.
 */
export async function claimFolder(homeDir: string): Promise<() => Promise<void>> {
  const path = join(homeDir, 'owner');
  const mine = `${process.pid} ${findProcessMark(process.pid)}`;
  for (;;) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 });
      return async () => await rm(path, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(homeDir, cause);
    }
    const [pid = '', mark] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
    if (mark !== undefined && findProcessMark(Number(pid)) === mark) {
      throw new HubError('CONFIG_INVALID', `Another hub (process ${pid}) is using the data folder ${homeDir}`, {
        fix: 'Stop it first, or give this hub a data folder of its own.',
      });
    }
    await rm(path, { force: true });
  }
}

function notWritable(homeDir: string, cause: unknown): HubError {
  return new HubError('CONFIG_INVALID', `The data folder ${homeDir} cannot be written to`, {
    fix: 'Make it belong to the user that starts the hub, choose another folder, or free some disk space.',
    cause,
  });
}
