import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

/** Runs the example as an app's developer does, with nothing set but where the hub is and who asks. */
async function runExample(
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, [join(projectRoot, 'examples/client/home.ts')], {
    env: { PATH: process.env.PATH, HUB_URL: hub.url, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  // A currency stands before its amount with a blank that does not break.
  return { code, lines: output.trimEnd().replaceAll('\u00a0', ' ').split('\n') };
}

const as = async (citizen: string) => ({ HUB_TOKEN: await hub.tokenOf(citizen) });
const NAME = ['Nama', '  RAHMAT SYAHPUTRA'];
const PERMITS = ['Izin', '  Persetujuan Bangunan Gedung: diproses', '  Izin Penyelenggaraan Reklame: terbit'];
const BILLS = ['PBB', '  2025: Rp 361.380, jatuh tempo 2025-09-30', '  2026: Rp 323.340, jatuh tempo 2026-09-30'];
const COMPLAINTS = [
  'Pengaduan',
  '  Lampu jalan padam: diverifikasi',
  '  Jalan berlubang: diproses',
  '  Sampah tidak diangkut: selesai',
];

describe('the example client', () => {
  it('prints what a person has at every agency', async () => {
    expect(await runExample(await as('demo'))).toEqual({
      code: 0,
      lines: [...NAME, ...PERMITS, ...BILLS, ...COMPLAINTS],
    });
  });

  it('shows the others when one agency is down, and says which in words for a person', async () => {
    hub.demo.city.systems.bpprd.control.set({ down: true });
    const pesan = /^ {2}! Sistem Badan Pengelola Pajak dan Retribusi Daerah .*\. \[OPD_UNAVAILABLE bpprd\]$/;
    expect(await runExample(await as('demo'))).toEqual({
      code: 0,
      lines: [...NAME, ...PERMITS, 'PBB', expect.stringMatching(pesan), ...COMPLAINTS],
    });
  });

  it('says of somebody who has nothing that there is nothing', async () => {
    const { lines } = await runExample(await as('kosong'));
    expect(lines.slice(2)).toEqual(['Izin', '  tidak ada', 'PBB', '  tidak ada', 'Pengaduan', '  tidak ada']);
  });

  it.each([
    ['nobody', {}],
    ['a token that is none', { HUB_TOKEN: 'none' }],
  ])('asks %s to log in', async (_name, settings) => {
    const { code, lines } = await runExample(settings);
    expect(lines).toEqual([expect.stringMatching(/^! Silakan masuk .*\. \[UNAUTHENTICATED\]$/)]);
    expect(code).toBe(1);
  });

  it('says what to do when no hub answers', async () => {
    const { code, lines } = await runExample({ HUB_URL: 'http://127.0.0.1:9' });
    expect(lines.join('\n')).toContain('No hub answers at http://127.0.0.1:9: start one with npm start');
    expect(code).toBe(1);
  });

  it('needs no package at run time', () => {
    const files = ['ask.ts', 'describe-status.ts', 'home.ts', 'generated/gql.ts', 'generated/graphql.ts'];
    const text = files.map((file) => readFileSync(join(projectRoot, 'examples/client', file), 'utf8')).join('\n');
    expect([...text.matchAll(/^import (?!type\b).* from ['"](?!\.)(.+)['"]/gm)].map(([, name]) => name)).toEqual([]);
  });
});
