import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Protocol } from '../protocol.ts';
import { createFilesProtocol, createSftpProtocol } from './index.ts';
import { openFolder } from './testing/open-folder.ts';
import { openSftp } from './testing/open-sftp.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const probe = (protocol: Protocol, spec: Readonly<Record<string, unknown>>) =>
  protocol.probe?.(spec, { timeoutMs: 5000, concurrency: 1 });

describe('a look at a folder', () => {
  const open = () => {
    const folder = openFolder();
    closing.push(() => folder.close());
    return {
      folder,
      look: () =>
        probe(
          createFilesProtocol(async () => {}),
          { files: folder.path },
        ),
    };
  };

  it('says whether it can be read and something is in it', async () => {
    const { folder, look } = open();
    expect(await look()).toEqual([{ what: 'folder', state: 'warning', message: 'it can be read, and it is empty' }]);
    folder.put('a.csv', 'a\n');
    expect(await look()).toEqual([{ what: 'folder', state: 'ok', message: 'it can be read; files in it: 1' }]);
    rmSync(folder.path, { recursive: true });
    expect(await look()).toMatchObject([{ what: 'folder', state: 'problem' }]);
  });
});

describe('a look at an SFTP server', () => {
  const open = async (hostKey?: string) => {
    const remote = await openSftp();
    closing.push(() => remote.close());
    const sftp = `sftp://hub:sandi-demo@127.0.0.1:${remote.server.port}/ekspor`;
    const spec = { sftp, hostKey: hostKey ?? remote.server.hostKey };
    return {
      remote,
      look: () =>
        probe(
          createSftpProtocol(async () => {}),
          spec,
        ),
    };
  };

  it('says how many files its folder has, reads none, and takes leave', async () => {
    const { remote, look } = await open();
    remote.put('a.csv', 'a\n');
    expect(await look()).toEqual([{ what: 'folder', state: 'ok', message: 'it can be read; files in it: 1' }]);
    expect(remote.server.count('OPEN')).toBe(0);
    await expect.poll(() => remote.server.connections()).toBe(0);
  });

  it('says that its key is another one', async () => {
    const { look } = await open(`SHA256:${'A'.repeat(43)}`);
    const message = 'its host key is not the one that hostKey names';
    expect(await look()).toEqual([{ what: 'folder', state: 'problem', message }]);
  });
});
