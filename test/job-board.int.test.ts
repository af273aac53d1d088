import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from './support/create-test-database.ts';
import { newJob, type OpenedJobs, openJobs, SYSTEM } from './support/open-jobs.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const CHROMIUM = '/usr/bin/chromium';
const QUEUE = 'dpmptsp.perizinan.background';

let hub: TestHub;
let jobs: OpenedJobs['jobs'];
let operator: string;

beforeAll(async () => {
  ({ jobs } = await openJobs({ databaseUrl: await createTestDatabase() }));
  hub = await startTestHub({ boardQueues: async () => jobs.queues });
  await jobs.add(newJob('a'));
  await jobs.schedule({ system: SYSTEM, name: 'sync', id: 's', data: {}, every: { dayTime: '01:00' } });
  operator = await hub.tokenOf('operator');
});

afterAll(async () => {
  await hub?.stop();
  await jobs?.drain();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${hub.url}${path}`, { headers, redirect: 'manual' });

interface Shown {
  readonly queues: readonly {
    name: string;
    readOnlyMode: boolean;
    counts: Record<string, number>;
    jobs: { id: string }[];
  }[];
}
const list = async (headers = bearer(operator)) =>
  (await (await get(`/jobs/api/queues?activeQueue=${QUEUE}&page=1&jobsPerPage=10`, headers)).json()) as Shown;

describe('the job board', () => {
  it('shows an operator every queue and its jobs', async () => {
    const { queues } = await list();
    expect(queues.map(({ name }) => name)).toEqual(jobs.queues.map(({ name }) => name));
    const shown = queues.find(({ name }) => name === QUEUE);
    expect(shown).toMatchObject({ readOnlyMode: true, counts: { waiting: 1, delayed: 1 } });
    expect(shown?.jobs).toHaveLength(2);
  });

  it.each(['demo', 'walikota', 'auditor', 'petugas-dpmptsp'])('is closed to %s', async (who) => {
    const headers = bearer(await hub.tokenOf(who));
    for (const path of [
      '/jobs',
      '/jobs/',
      `/jobs/api/queues`,
      `/jobs/api/queues/${QUEUE}/1`,
      '/jobs/static/favicon.ico',
    ]) {
      const answer = await get(path, headers);
      expect(answer.status, path).toBe(403);
      expect(await answer.text()).not.toContain('dpmptsp');
    }
    expect((await fetch(`${hub.url}/jobs/session`, { method: 'POST', headers })).headers.get('set-cookie')).toBeNull();
  });

  it('is closed to whoever shows nothing, something made up, or an old cookie', async () => {
    const tries = [{}, bearer('x.y.z'), { authorization: 'Basic b3A6b3A=' }, { cookie: 'hub_jobs=AAAA' }];
    for (const headers of tries)
      expect((await get('/jobs/api/queues', headers as Record<string, string>)).status).toBe(403);
    expect((await get('/jobs/api/queues', { cookie: `hub_jobs=${operator}` })).status).toBe(403);
    expect((await get(`/jobs/api/queues?access_token=${operator}`)).status).toBe(403);
  });

  it('sends a browser without a session to the page that asks for a token', async () => {
    const answer = await get('/jobs', { accept: 'text/html,*/*' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/jobs-login']);
  });

  it('opens to a cookie that was given for an operator’s token', async () => {
    const answer = await fetch(`${hub.url}/jobs/session`, { method: 'POST', headers: bearer(operator) });
    expect(answer.status).toBe(204);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).not.toContain(operator);
    const { queues } = (await (await get('/jobs/api/queues', { cookie })).json()) as Shown;
    expect(queues).toHaveLength(jobs.queues.length);
  });

  it('can change nothing, whatever is sent to its addresses', async () => {
    const { queues } = await list();
    const [first = { id: '' }] = queues.find(({ name }) => name === QUEUE)?.jobs ?? [];
    const job = `/jobs/api/queues/${QUEUE}/${first.id}`;
    const addresses = [
      ...[
        'retry/failed',
        'promote',
        'clean/waiting',
        'pause',
        'resume',
        'empty',
        'obliterate',
        'add',
        'concurrency',
      ].map((action) => `/jobs/api/queues/${QUEUE}/${action}`),
      ...['', '/retry', '/promote', '/clean', '/update-data', '/edit'].map((action) => `${job}${action}`),
      `/jobs/api/queues/${QUEUE}/job-schedulers/s`,
      `/jobs/api/queues/${QUEUE}/job-schedulers/s/run`,
      '/jobs/api/queues/pause',
    ];
    const headers = { ...bearer(operator), 'content-type': 'application/json' };
    for (const address of addresses) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await fetch(`${hub.url}${address}`, { method, headers, body: '{}' });
        expect([404, 405], `${method} ${address}`).toContain(answer.status);
      }
    }
    const [counts] = await jobs.count();
    expect(counts).toMatchObject({ waiting: 1, delayed: 1, failed: 0, isPaused: false });
    expect(await jobs.findNextRunMs(SYSTEM, 's')).toBeDefined();
  });

  it('names no other host in its page, and forbids the browser to ask one', async () => {
    const answer = await get('/jobs/', bearer(operator));
    expect(await answer.text()).not.toMatch(/https?:\/\//);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(answer.headers.get('content-security-policy')).toContain(
      "connect-src 'self'; base-uri 'self'; form-action 'none'",
    );
  });
});

describe.runIf(existsSync(CHROMIUM) || process.env.CI)('the job board in a real browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(() => browser?.close());

  it('opens after an operator showed his token, and works without any other host', async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(hub.url)) wrong.push(request.url());
    });
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(`${hub.url}/jobs`);
    await page.fill('#operator-token', `Bearer ${operator}`);
    await page.click('form button');
    await page.getByText('dpmptsp.perizinan.people').first().waitFor();
    await page.goto(`${hub.url}/jobs/queue/${QUEUE}`);
    await page.getByText('sync').first().waitFor();
    expect(wrong).toEqual([]);
    expect(await page.getByRole('button', { name: /retry|promote|clean|remove|add job/i }).count()).toBe(0);
  });

  it('tells a person whose token is none', async () => {
    const page = await browser.newPage();
    await page.goto(`${hub.url}/jobs-login`);
    await page.fill('#operator-token', await hub.tokenOf('demo'));
    await page.click('form button');
    await page.getByText('Token ini bukan token operator').waitFor();
  });
});
