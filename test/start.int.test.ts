import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { writeApps } from '../demo/write-apps.ts';
import { getKeys } from '../src/config/index.ts';
import { getAuditKey } from '../src/key-files.ts';
import { ask } from './support/ask.ts';
import { type RunningProcess, runProcess } from './support/run-process.ts';

let dataDir: string;
const started: RunningProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-start-'));
  await chmod(dataDir, 0o711);
});
afterAll(async () => {
  for (const one of started) one.interrupt();
  await Promise.all(started.map((one) => one.ended));
  await rm(dataDir, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) => ({
  HUB_DATA_DIR: dataDir,
  DEMO_PEOPLE: '30',
  DEMO_LIFE_SECONDS: '0',
  PORT: '0',
  ...more,
});

function start(more: Record<string, string> = {}): RunningProcess {
  const running = runProcess([], settings(more));
  started.push(running);
  return running;
}

async function hub(...args: string[]): Promise<{ code: number | null; output: string }> {
  const running = runProcess(['hub', ...args], settings());
  return { code: await running.ended, output: running.output() };
}

async function postgresRuns(): Promise<boolean> {
  const file = join(dataDir, 'postgres/cluster/postmaster.pid');
  return existsSync(file) && existsSync(`/proc/${(await readFile(file, 'utf8')).split('\n')[0]}`);
}

describe('npm start', () => {
  it('prints what a newcomer needs, answers, ends everything on Ctrl-C, and keeps the data', async () => {
    const first = start();
    const url = (await first.waitFor(/The hub answers at (\S+)/))[1] as string;
    await first.waitFor(/Ctrl-C stops/);
    expect(first.output()).toContain(findPerson('demo').nik);
    expect(first.output()).toContain('curl -s');

    const token = (await hub('token', '--citizen', 'demo')).output.trim();
    const answer = await ask(url, '{ me { nik taxBills { total } } }', { token });
    expect(answer.data.me).toMatchObject({
      nik: findPerson('demo').nik,
      taxBills: [{ total: expect.any(Number) }, { total: expect.any(Number) }],
    });
    expect((await hub('query', 'schema/operations/who-am-i.graphql')).output).toContain('"mode": "LIVE"');

    first.interrupt();
    expect(await first.ended).toBe(0);
    expect(await postgresRuns()).toBe(false);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);

    // The same database, issuer and keys: a token from before still counts.
    const second = start();
    const again = (await second.waitFor(/The hub answers at (\S+)/))[1] as string;
    expect((await ask(again, '{ me { taxBills { total } } }', { token })).data).toEqual({
      me: { taxBills: answer.data.me.taxBills },
    });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await postgresRuns()).toBe(false);
  }, 60_000);

  it('takes over the database that a killed hub left running', async () => {
    const killed = start();
    await killed.waitFor(/Ctrl-C stops/);
    const { pid } = JSON.parse(await readFile(join(dataDir, 'run.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    expect(await killed.ended).toBe(1);
    const next = start();
    await next.waitFor(/The hub answers at/);
    next.interrupt();
    expect(await next.ended).toBe(0);
  }, 60_000);
});

describe('commands work without a running hub too:', () => {
  it('a token', async () => {
    const { code, output } = await hub('token', '--citizen', 'siti');
    expect(code).toBe(0);
    expect(output.trim()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('a token of somebody in office, from the realm that knows him', async () => {
    const [citizen, officer] = await Promise.all([
      hub('token', '--citizen', 'siti', '--acr', 'low'),
      hub('token', '--as', 'petugas-dpmptsp', '--acr', 'high'),
    ]).then((answers) =>
      answers.map(({ code, output }) => {
        expect({ code, output }).toMatchObject({ code: 0 });
        return decodeJwt(output.trim());
      }),
    );
    expect(citizen).toMatchObject({ acr: 'low', nik: findPerson('siti').nik });
    expect(officer).toMatchObject({ acr: 'high', roles: ['officer'], opd: 'dpmptsp' });
    expect(officer).not.toHaveProperty('nik');
    expect(officer?.iss).not.toBe(citizen?.iss);
  });

  it('the demo citizens', async () => {
    const { output } = await hub('demo', 'citizens');
    expect(output).toContain(`demo     ${findPerson('demo').nik}`);
  });

  it('a query, for which a hub is started and stopped', async () => {
    const { code, output } = await hub('query', 'schema/operations/who-am-i.graphql', '--citizen', 'siti');
    expect(output).toContain(findPerson('siti').nik);
    expect(code).toBe(0);
    expect(await postgresRuns()).toBe(false);
  }, 60_000);

  it('every setting', async () => {
    const { output } = await hub('config');
    for (const name of ['PORT', 'HUB_OIDC_ISSUER', 'DPMPTSP_URL', 'DEMO_PEOPLE']) expect(output).toContain(name);
  });

  it('a connector check', async () => {
    const { code, output } = await hub('connector', 'check');
    expect(code).toBe(0);
    expect(output).toContain('dpmptsp: ok');
    expect((await hub('connector', 'check', '_template')).output).toContain('_template: ok');
  });

  it('the list of commands, and the nearest to a misspelt one', async () => {
    expect((await hub()).output).toContain('connector new');
    const { code, output } = await hub('tokn');
    expect(code).toBe(1);
    expect(output).toContain('did you mean token?');
  });
});

describe('a start that cannot be', () => {
  const oneLine = async (more: Record<string, string>) => {
    const running = runProcess([], settings(more));
    const code = await running.ended;
    const lines = running.output().trim().split('\n');
    return { code, lines };
  };

  it('names a taken port', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, lines } = await oneLine({ PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
    expect(await postgresRuns()).toBe(false);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a port number'],
    [{ HUB_CORS_ORIGIN: 'https://app.example' }, 'did you mean HUB_CORS_ORIGINS?'],
    [{ HUB_CORS_ORIGINS: 'app.example' }, 'HUB_CORS_ORIGINS must be origins'],
    [{ HUB_CONNECTORS: 'dpmptps' }, 'dpmptsp'],
    [{ HUB_LOG_LEVEL: 'loud' }, 'HUB_LOG_LEVEL must be one of'],
    [{ DEMO_PEOPLE: 'many' }, 'DEMO_PEOPLE must be a whole number'],
    [{ DEMO_PEPLE: '5' }, 'DEMO_PEPLE is not a setting'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address'],
    [{ HUB_DATA_DIR: '/dev/null/hub' }, 'Cannot write into the data folder'],
  ])('says in one line what is wrong with %j', async (more, message) => {
    const { code, lines } = await oneLine(more);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(message);
    expect(lines.join('\n')).not.toMatch(/^\s+at /m);
    expect(await postgresRuns()).toBe(false);
  });
});

describe('serve', () => {
  it('refuses to meet the public with anything missing or still of the demo, and lists all of it', async () => {
    const running = runProcess(['hub', 'serve'], {
      PORT: '0',
      HUB_DATA_DIR: dataDir,
      HUB_OIDC_ISSUER: 'http://127.0.0.1:9',
      BPPRD_MERCHANT: 'DEMO-HUB-JAMBI',
    });
    expect(await running.ended).toBe(1);
    const output = running.output();
    for (const part of [
      'DATABASE_URL is missing',
      'HUB_INDEX_KEYS is missing',
      'HUB_OIDC_ISSUER must begin with https',
      'DUKCAPIL_URL is missing',
      'BPPRD_MERCHANT is still a value of the demo',
    ]) {
      expect(output).toContain(part);
    }
  });

  it('refuses keys, applications and links that a trial has left in its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-trial-'));
    const { index, data } = getKeys([], [], folder);
    getAuditKey(undefined, folder);
    const links = join(folder, 'links.csv');
    await writeFile(links, `nik,kind,value\n${findPerson('demo').nik},pbb.nop,157110000500300110\n`);
    const asText = ([one]: typeof index) => `k1:${one?.key.toString('base64')}`;
    const running = runProcess(['hub', 'serve'], {
      HUB_DATA_DIR: folder,
      HUB_INDEX_KEYS: asText(index),
      HUB_DATA_KEYS: `k1:${Buffer.alloc(32).toString('base64')},${asText(data)}`,
      HUB_AUDIT_SIGNING_KEY: (await readFile(join(folder, 'audit-signing-key'), 'utf8')).trim(),
      HUB_APPS_FILE: writeApps(folder),
      HUB_LINKS_FILE: links,
    });
    expect(await running.ended).toBe(1);
    await rm(folder, { recursive: true });
    const output = running.output();
    for (const part of [
      'HUB_INDEX_KEYS is a key that a trial made for itself',
      'HUB_DATA_KEYS is a key that a trial made for itself',
      'HUB_DATA_KEYS is not random',
      'HUB_AUDIT_SIGNING_KEY is a key that a trial made for itself',
      'HUB_APP_TOKEN_KEY is missing',
      'HUB_APPS_FILE: the file still has a value of the demo',
      'HUB_LINKS_FILE: the file still has a value of the demo',
    ])
      expect(output).toContain(part);
    expect(output).not.toContain(findPerson('demo').nik);
  });
});
