import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listConnectorSettings } from '../src/connector/index.ts';
import { projectRoot } from '../src/project-root.ts';
import { runProcess } from './support/run-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subgraph-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Settings of the OPD's system; nothing there is called. */
const settings = Object.fromEntries(
  listConnectorSettings(join(projectRoot, 'connectors'), ['dpmptsp']).map((name) => [name, 'http://127.0.0.1:9']),
);

async function printKey(): Promise<string> {
  const command = runProcess(['hub', 'subgraph', 'key'], { HUB_DATA_DIR: folder });
  expect(await command.ended).toBe(0);
  return command.output().trim();
}

it('the hub prints one public key, the same each time', async () => {
  const key = await printKey();
  expect(key).toMatch(/^[A-Za-z0-9+/]{58,60}=*$/);
  expect(await printKey()).toBe(key);
});

it('an OPD starts its subgraph with that key, and it lets nobody in without a token of the hub', async () => {
  const subgraph = runProcess(['hub', 'subgraph', 'dpmptsp', '--port', '0'], {
    ...settings,
    HUB_SUBGRAPH_HUB_KEYS: await printKey(),
  });
  const [, url = ''] = await subgraph.waitFor(/subgraph dpmptsp answers at (http:\S+)\/graphql/);
  const post = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  expect(post.status).toBe(401);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  subgraph.interrupt();
  await subgraph.ended;
});

it.each<[string, readonly string[], Record<string, string>, RegExp]>([
  ['without a name', [], {}, /^Say whose subgraph\. For example: npm run hub -- subgraph dpmptsp --port 4100$/],
  ['without the hub’s key', ['dpmptsp'], settings, /^HUB_SUBGRAPH_HUB_KEYS is missing/],
  ['with a key that is none', ['dpmptsp'], { ...settings, HUB_SUBGRAPH_HUB_KEYS: 'c2FsYWg=' }, /is not an Ed25519 key/],
  ['of an OPD that is none', ['dpmtsp'], { HUB_SUBGRAPH_HUB_KEYS: 'KEY' }, /there is no such folder.*dpmptsp/s],
  ['without its system’s settings', ['dpmptsp'], { HUB_SUBGRAPH_HUB_KEYS: 'KEY' }, /DPMPTSP_URL/],
  [
    'on a port that is none',
    ['dpmptsp', '--port', 'x'],
    { ...settings, HUB_SUBGRAPH_HUB_KEYS: 'KEY' },
    /^--port must be a whole number/,
  ],
])('a subgraph %s is told what is missing and ends with 1', async (_what, args, environment, line) => {
  const key = environment.HUB_SUBGRAPH_HUB_KEYS === 'KEY' ? { HUB_SUBGRAPH_HUB_KEYS: await printKey() } : {};
  const command = runProcess(['hub', 'subgraph', ...args], { ...environment, ...key });
  expect(await command.ended).toBe(1);
  expect(command.output().trim()).toMatch(line);
  expect(command.output()).not.toMatch(/^\s+at /m);
});
