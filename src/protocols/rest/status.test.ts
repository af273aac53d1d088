import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, json, startLoopback, text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../testing/everything-in.ts';
import { rest } from './index.ts';

const NIK = '1571991007900001';
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function ask(handle: Handle, spec: Record<string, unknown> = { post: '/ask', body: { nik: ':nik' } }) {
  const system = await startLoopback(handle);
  const source = rest.open({ rest: `${system.url}/index.php/` }, { timeoutMs: 5000, concurrency: 2 });
  undo.push(system.stop, () => source.close());
  const outcome: unknown = await source
    .prepare({ name: 'ask', spec, isRead: true })({ nik: NIK })
    .catch((error: unknown) => error);
  return { outcome, requests: system.requests };
}

describe('a status', () => {
  it.each([
    [400, 'badAnswer'],
    [401, 'denied'],
    [403, 'denied'],
    [404, 'badAnswer'],
    [408, 'unavailable'],
    [422, 'badAnswer'],
    [429, 'quota'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [301, 'badAnswer'],
    [302, 'badAnswer'],
    [307, 'badAnswer'],
    [304, 'badAnswer'],
  ])('%i is a failure of the kind %s, asked once, with nothing of the answer in it', async (status, kind) => {
    const { outcome, requests } = await ask(text(status === 304 ? '' : `{"nik":"${NIK}"}`, status, { location: '/x' }));
    expect(outcome).toMatchObject({ kind, message: expect.stringContaining(`HTTP ${status}`) });
    expect(everythingIn(outcome)).not.toContain(NIK);
    expect(requests).toHaveLength(1);
  });

  it.each([200, 201, 202])('%i carries an answer', async (status) => {
    expect((await ask(json({ rc: '00' }, status))).outcome).toEqual({ rc: '00' });
  });

  it('204 carries none, and an answer is what was asked for', async () => {
    expect((await ask(text('', 204))).outcome).toMatchObject({ kind: 'badAnswer' });
  });
});

const DATE = 'Tue, 24 Nov 2026 01:00:00 GMT';
const RETRY_AFTER: readonly (readonly [string, number | undefined])[] = [
  ['120', 120],
  ['0', 0],
  ['Tue, 24 Nov 2026 01:02:00 GMT', 120],
  ['Mon, 23 Nov 2026 01:00:00 GMT', 0],
  ['', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['1e3', undefined],
  ['9'.repeat(400), undefined],
];

describe('Retry-After', () => {
  it.each(RETRY_AFTER)('%j is %j seconds after the answer', async (value, seconds) => {
    const headers = { 'retry-after': value, date: DATE };
    expect((await ask(text('', 429, headers))).outcome).toMatchObject({ kind: 'quota', retryAfterSeconds: seconds });
    expect((await ask(text('', 503, headers))).outcome).toMatchObject({ retryAfterSeconds: seconds });
  });
});

describe('a request', () => {
  it('goes to the path behind that of the source, with its body as JSON', async () => {
    const { requests } = await ask(json({}));
    expect(requests[0]).toMatchObject({ method: 'POST', path: '/index.php/ask', body: `{"nik":"${NIK}"}` });
    expect(requests[0]?.headers).toMatchObject({ accept: 'application/json', 'content-type': 'application/json' });
  });

  it('by get has its parameters in the path and no body', async () => {
    const { requests } = await ask(json({}), { get: '/ask?nomor=:nik' });
    expect(requests[0]).toMatchObject({ method: 'GET', path: `/index.php/ask?nomor=${NIK}`, body: '' });
    expect(requests[0]?.headers).not.toHaveProperty('content-type');
  });

  it('that cannot be written into a path is never sent', async () => {
    const system = await startLoopback(json({}));
    const source = rest.open({ rest: system.url }, { timeoutMs: 5000, concurrency: 2 });
    undo.push(system.stop, () => source.close());
    const call = source.prepare({ name: 'ask', spec: { get: '/ask/:id' }, isRead: true });
    await expect(call({ id: '../admin' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(system.requests).toHaveLength(0);
  });
});

describe('an address', () => {
  it.each([
    '',
    'perizinan.local',
    'ftp://host/',
    'http://',
    'http://hub:rahasia-sekali@host/',
    'http://host/?a=rahasia-sekali',
  ])('%j is refused before anything is called, without repeating it', async (address) => {
    const open = () => rest.open({ rest: address }, { timeoutMs: 100, concurrency: 1 });
    expect(open).toThrow(expect.objectContaining({ name: 'SpecMistake', key: 'rest' }));
    const failure: unknown = await Promise.resolve()
      .then(open)
      .catch((error: unknown) => error);
    expect(everythingIn(failure)).not.toContain('rahasia-sekali');
  });
});
