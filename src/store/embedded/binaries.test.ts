import { chmod, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getPlatformBinaries, type PostgresBinaries, prepareBinaries } from './binaries.ts';

let dir: string;
let found: PostgresBinaries;

/** A package as it arrives when its install script has not run. */
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'binaries-'));
  const rootDir = join(dir, 'package', 'native');
  for (const name of ['bin', 'lib', 'share']) await mkdir(join(rootDir, name), { recursive: true });
  const [initdb, postgres] = [join(rootDir, 'bin', 'initdb'), join(rootDir, 'bin', 'postgres')];
  for (const program of [initdb, postgres]) await writeFile(program, '', { mode: 0o600 });
  await writeFile(join(rootDir, 'lib', 'libpq.so.5.18'), 'pq', { mode: 0o600 });
  await writeFile(join(rootDir, 'lib', 'libpq.a'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  await writeFile(join(rootDir, 'pg-symlinks.json'), JSON.stringify(links));
  found = { rootDir, initdb, postgres, version: '18.4.0' };
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('preparing the programs', () => {
  it('makes the links and executable bits that the install script would have made', async () => {
    for (let start = 1; start <= 2; start++) expect(await prepareBinaries(found, dir, false)).toBe(found);
    expect(await readlink(join(found.rootDir, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await modeOf(found.postgres)).toBe(0o755);
  });

  it('copies what a server needs, readable by its account, in place of older copies', async () => {
    await mkdir(join(dir, 'postgres-18.3.0'));
    await chmod(join(found.rootDir, 'share'), 0o700);
    const copy = await prepareBinaries(found, dir, true);
    expect(copy.postgres).toBe(join(dir, 'postgres-18.4.0', 'native', 'bin', 'postgres'));
    expect(await modeOf(copy.postgres)).toBe(0o755);
    expect(await modeOf(join(copy.rootDir, 'share'))).toBe(0o755);
    expect(await modeOf(join(copy.rootDir, 'lib', 'libpq.so.5'))).toBe(0o644);
    await expect(stat(join(copy.rootDir, 'lib', 'libpq.a'))).rejects.toThrow('ENOENT');
    await expect(stat(join(dir, 'postgres-18.3.0'))).rejects.toThrow('ENOENT');
    expect(await prepareBinaries(found, dir, true)).toEqual(copy);
  });
});

it('names the remedy where there is no package for the platform', async () => {
  await expect(getPlatformBinaries('plan9-mips')).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: 'The embedded PostgreSQL is not installed for plan9-mips',
    fix: expect.stringContaining('DATABASE_URL'),
  });
});
