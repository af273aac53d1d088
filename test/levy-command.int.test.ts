import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePhoto } from '../src/store/attachments/testing/sample-files.ts';
import { runProcess } from './support/run-process.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let folder: string;
let hub: TestHub;
let keyFile: string;
let made: string;

async function levy(environment: Readonly<Record<string, string>>, ...args: string[]) {
  const running = runProcess(['hub', 'levy', ...args], { HUB_DATA_DIR: folder, ...environment });
  return { code: await running.ended, output: running.output() };
}
const asOfficer = async () => ({
  HUB_URL: hub.url,
  HUB_TOKEN: await hub.tokenOf('petugas-inspektorat', { clientId: 'opd-desk' }),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'levy-command-'));
  keyFile = join(folder, 'inspektorat.json');
  const key = await levy({}, 'key', '--out', keyFile);
  made = key.output;
  const publicKey = made.split('\n').find((line) => line.startsWith('{')) ?? '';
  hub = await startTestHub({ environment: { HUB_INSPEKTORAT_KEY: publicKey } });
}, 60_000);
afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true });
});

describe('hub -- levy', () => {
  it('makes a pair whose private half stays in a file of its owner, and never overwrites one', async () => {
    const { d } = JSON.parse(await readFile(keyFile, 'utf8')) as { d: string };
    expect(d).toBeTruthy();
    expect(made).not.toContain(d);
    expect(((await stat(keyFile)).mode & 0o777).toString(8)).toBe('600');
    const again = await levy({}, 'key', '--out', keyFile);
    expect(again.code).not.toBe(0);
    expect(again.output).toContain('never overwritten');
  });

  it('reads what the hub holds sealed, with its photos, and by state', async () => {
    const sent = await fetch(`${hub.url}/levy-photos`, { method: 'POST', body: new Uint8Array(await makePhoto()) });
    const { id: photo } = (await sent.json()) as { id: string };
    const input = {
      idempotencyKey: randomUUID(),
      kind: 'ANONYMOUS',
      opd: 'dishub',
      day: '2026-11-20',
      amountAsked: 50_000,
      text: 'Diminta uang di pintu masuk pengujian.',
      photos: [photo],
    };
    const reported = await hub.ask('mutation ($input: LevyReportInput!) { reportLevy(input: $input) { receipt } }', {
      variables: { input },
    });
    expect(reported.errors).toEqual([]);
    const photos = join(folder, 'foto');
    const flags = ['--key', keyFile, '--photos', photos, '--purpose', 'pengaduan'];
    const opened = await levy(await asOfficer(), 'open', ...flags, '--state', 'RECEIVED');
    expect(opened.code, opened.output).toBe(0);
    const line = opened.output.split('\n').find((one) => one.startsWith('{')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ opd: 'dishub', state: 'RECEIVED', text: input.text, amountAsked: 50_000 });
    expect(opened.output).toContain('1 reports.');
    expect(await readdir(photos)).toEqual([`${photo}.jpg`]);
    const closed = await levy(await asOfficer(), 'open', ...flags, '--state', 'CLOSED');
    expect(closed.output).toContain('0 reports.');
    expect(closed.output).not.toContain(input.text);
  });

  it('says what is wrong: another key, nobody of Inspektorat, no file', async () => {
    const other = join(folder, 'lain.json');
    await levy({}, 'key', '--out', other);
    const flags = ['--purpose', 'pengaduan'];
    expect((await levy(await asOfficer(), 'open', '--key', other, ...flags)).output).toContain('sealed to another one');
    const stranger = { HUB_URL: hub.url, HUB_TOKEN: await hub.tokenOf('petugas-rsud', { clientId: 'opd-desk' }) };
    expect((await levy(stranger, 'open', '--key', keyFile, ...flags)).output).toContain('of an officer of Inspektorat');
    expect((await levy({}, 'open', '--key', join(folder, 'tiada.json'))).output).toContain('is no private key');
    expect((await levy({}, 'open')).output).toContain('Say where the private key lies');
  }, 30_000);
});
