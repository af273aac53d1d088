import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canReach, ENTER, findServerAccount, READ } from './account.ts';

const stranger = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 };
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'account-'));
  await mkdir(join(dir, 'inner'));
  await writeFile(join(dir, 'inner', 'file'), '');
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

describe('whether an account can reach a path', () => {
  it('depends on every folder above it', async () => {
    await chmod(join(dir, 'inner'), 0o755);
    expect(canReach(stranger, join(dir, 'inner'), ENTER)).toBe(false); // mkdtemp made its parent 0700
    await chmod(dir, 0o711);
    expect(canReach(stranger, join(dir, 'inner'), ENTER)).toBe(true);
    expect(canReach(stranger, dir, READ)).toBe(false);
  });

  it('is judged by the owner bits for the owner, and by the group bits for its group', async () => {
    const { uid, gid } = await stat(dir);
    expect(canReach({ name: 'owner', uid, gid }, join(dir, 'inner', 'file'), READ)).toBe(true);
    await chmod(dir, 0o710);
    expect(canReach({ ...stranger, gid }, join(dir, 'inner'), ENTER)).toBe(true);
    await chmod(dir, 0o701);
    expect(canReach({ ...stranger, gid }, join(dir, 'inner'), ENTER)).toBe(false);
  });

  it('is judged where a link leads', async () => {
    await chmod(dir, 0o711);
    await chmod(join(dir, 'inner'), 0o700);
    await symlink(join(dir, 'inner', 'file'), join(dir, 'link'));
    expect(canReach(stranger, join(dir, 'link'), READ)).toBe(false);
  });
});

it.skipIf(process.getuid?.() === 0)('an ordinary user runs the server without another account', () => {
  expect(findServerAccount(dir)).toBeUndefined();
});
