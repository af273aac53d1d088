import { afterEach, expect, it } from 'vitest';
import { createHubClients } from './hub-clients.ts';
import { serveHttp } from './serve-http.ts';

const APP = { client_id: 'https://app.example/id', client_name: 'Aplikasi', redirect_uris: [], scope: 'permits:read' };
const stops: (() => Promise<void>)[] = [];
let nowMs = 0;

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A hub that knows one app, or does something else. */
async function startHub(answer?: () => Promise<{ status: number; body: string }>) {
  const asked: string[] = [];
  const { url, stop } = await serveHttp(
    async (request, response) => {
      asked.push(request.url ?? '');
      const isKnown = request.url === `/oauth/clients/${encodeURIComponent(APP.client_id)}`;
      const { status, body } = (await answer?.()) ?? { status: isKnown ? 200 : 404, body: JSON.stringify(APP) };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    },
    0,
    '127.0.0.1',
  );
  stops.push(stop);
  return {
    find: createHubClients(new Set([url, 'http://hub.example']), () => nowMs),
    asked,
    stop,
  };
}

it('an app is asked for by its name, and again after five seconds', async () => {
  const { find, asked } = await startHub();
  expect(await find(APP.client_id)).toEqual(APP);
  nowMs += 4999;
  await find(APP.client_id);
  expect(asked).toEqual(['/oauth/clients/https%3A%2F%2Fapp.example%2Fid']);
  nowMs += 1;
  await find(APP.client_id);
  expect(asked).toHaveLength(2);
});

it('an app that the hub does not know is absent, and is asked for anew each time', async () => {
  const { find, asked } = await startHub();
  expect(await find('asing')).toBeUndefined();
  expect(await find('asing')).toBeUndefined();
  expect(asked).toHaveLength(2);
});

it.each([
  ['fails', async () => ({ status: 500, body: '{}' })],
  ['answers no JSON', async () => ({ status: 200, body: '<html>' })],
  ['never answers', () => new Promise<never>(() => {})],
])('no app is known while the hub %s', async (_case, answer) => {
  const { find } = await startHub(answer);
  expect(await find(APP.client_id)).toBeUndefined();
});

it('the hub’s own pages come back to wherever the hub is opened', async () => {
  const { find } = await startHub(async () => ({
    status: 200,
    body: JSON.stringify({ ...APP, client_id: 'hub-warga' }),
  }));
  const { redirect_uris: back, post_logout_redirect_uris: out } = (await find('hub-warga')) ?? {};
  expect(back).toEqual([
    expect.stringMatching(/^http:\/\/127.*\/session\/kembali$/),
    'http://hub.example/session/kembali',
  ]);
  expect(out).toEqual(back);
});

it('no app is known while there is no hub', async () => {
  const { find, stop } = await startHub();
  await stop();
  expect(await find(APP.client_id)).toBeUndefined();
});
