import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const canRun = (command: string): boolean => Boolean(process.env.CI) || spawnSync(command, ['--version']).status === 0;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

/** Runs a sample as its reader does, with nothing set but where the hub is and who asks. */
async function run(command: string, file: string, who: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, [join(projectRoot, 'examples', file)], {
    env: { PATH: process.env.PATH, HUB_URL: hub.url, HUB_TOKEN: await hub.tokenOf(who) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

// .ci/run installs both, so there their absence fails.
describe.runIf(canRun('curl'))('the sample for curl', () => {
  it('gets what a person has at four agencies', async () => {
    const { code, output } = await run('sh', 'curl/home.sh', 'demo');
    expect(code).toBe(0);
    const { data, errors } = JSON.parse(output) as { data: { me: Record<string, unknown[]> }; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data.me).toMatchObject({ name: 'RAHMAT SYAHPUTRA' });
    expect(data.me.taxBills?.length).toBeGreaterThan(0);
  });
});

describe.runIf(canRun('php'))('the sample for PHP', () => {
  it('prints what a person has at four agencies', async () => {
    const { code, output } = await run('php', 'php/home.php', 'demo');
    expect(output).toContain('name: RAHMAT SYAHPUTRA');
    expect(output).toMatch(/PBB 2026: Rp[\d.]+, jatuh tempo 2026-09-30/);
    expect(code).toBe(0);
  });

  it('prints the others while one agency is down, and the sentence for people', async () => {
    hub.demo.city.systems.bpprd.control.set({ down: true });
    const { code, output } = await run('php', 'php/home.php', 'demo');
    expect(output).toContain('taxBills: belum diketahui');
    expect(output).toMatch(/! Sistem Badan Pengelola Pajak .* \[OPD_UNAVAILABLE\]/);
    expect(output).toContain('name: RAHMAT SYAHPUTRA');
    expect(code).toBe(0);
  });
});
