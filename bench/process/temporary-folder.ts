import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a folder that the stack removes, with what the hub's embedded database put elsewhere for want of access. */
export function makeTemporaryFolder(stack: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  stack.defer(() => {
    // Started by root, PostgreSQL runs as another user; where he cannot enter, the hub leaves a link to his folder.
    const link = join(folder, 'hub/postgres/moved-to');
    if (existsSync(link)) rmSync(realpathSync(link), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  chmodSync(folder, 0o711);
  return folder;
}
