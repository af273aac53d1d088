import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTurn, json, text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../testing/everything-in.ts';
import { rest } from './index.ts';
import { closeAfterEach, failureOf, openOperation } from './testing/open-operation.ts';

closeAfterEach();
afterEach(() => {
  vi.useRealTimers();
});

const SECRET = 'kata-sandi-yang-rahasia-7Q';
const NIK = '1571991007900001';
const NOW_MS = Date.parse('2026-11-24T01:15:00.900Z');
const SECONDS = '1795482900';
const ISO = '2026-11-24T08:15:00+07:00';
const bpjs = {
  header: 'X-signature',
  algorithm: 'sha256',
  key: SECRET,
  sign: '12345&{timestamp}',
  encode: 'base64',
  headers: { 'X-cons-id': '12345', 'X-timestamp': '{timestamp}' },
};
const post = { post: '/saldo/:id?jenis=a%20b', body: { nik: ':nik', n: 1 } };
const get = { get: '/saldo/:id' };

async function ask(hmac: object, operation: Record<string, unknown> = post, header?: Record<string, string>) {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
  const source = { auth: { hmac, ...(header && { header }) } };
  const open = await openOperation({ handle: json({}), operation, source, prefix: '/api' });
  await open.call({ id: 'x/y', nik: NIK }, NOW_MS + 5000);
  return open.system.requests[0];
}

/** What the system computes itself, of what arrived. */
const sign = (algorithm: string, message: string, encoding: 'base64' | 'hex') =>
  createHmac(algorithm, SECRET).update(message).digest(encoding);

describe('a signature', () => {
  it('in the manner of BPJS is of the account and the seconds, which are sent beside it', async () => {
    expect((await ask(bpjs))?.headers).toMatchObject({
      'x-cons-id': '12345',
      'x-timestamp': SECONDS,
      'x-signature': sign('sha256', `12345&${SECONDS}`, 'base64'),
    });
  });

  it('in the manner of a bank is of method, path, the hash of the body and the time', async () => {
    const bank = {
      ...bpjs,
      sign: '{method}:{path}:{bodySha256Hex}:{isoTimestamp}',
      algorithm: 'sha512',
      encode: 'hex',
    };
    const request = await ask({ ...bank, headers: { 'X-TIMESTAMP': '{isoTimestamp}' } });
    const hash = createHash('sha256').update(`{"nik":"${NIK}","n":1}`).digest('hex');
    expect(request?.path).toBe('/api/saldo/x%2Fy?jenis=a%20b');
    expect(request?.headers).toMatchObject({
      'x-timestamp': ISO,
      'x-signature': sign('sha512', `POST:${request?.path}:${hash}:${ISO}`, 'hex'),
    });
  });

  it.each([
    ['JSON', post, `{"nik":"${NIK}","n":1}`],
    ['a form', { post: '/x', form: { nik: ':nik', nama: 'a b' } }, `nik=${NIK}&nama=a%20b`],
    ['nothing', get, ''],
  ])('may be of the body as it is sent: %s', async (_name, operation, body) => {
    const request = await ask({ ...bpjs, sign: '{body}|{method}' }, operation);
    expect(request?.body).toBe(body);
    expect(request?.headers['x-signature']).toBe(sign('sha256', `${body}|${request?.method}`, 'base64'));
  });

  it('of a request without a body has the hash of nothing', async () => {
    const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const request = await ask({ ...bpjs, sign: '{bodySha256Hex}' }, get);
    expect(request?.headers['x-signature']).toBe(sign('sha256', nothing, 'base64'));
  });

  it('goes beside fixed headers, and two braces are one', async () => {
    const request = await ask({ ...bpjs, sign: '{{timestamp}{{' }, post, { user_key: 'K' });
    expect(request?.headers).toMatchObject({ user_key: 'K', 'x-signature': sign('sha256', '{timestamp}{', 'base64') });
  });

  it('is made anew for every request', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
    const setup = { handle: inTurn(text('', 500), json({})), operation: get, source: { auth: { hmac: bpjs } } };
    const { call, system } = await openOperation(setup);
    await failureOf(call({ id: '1' }, NOW_MS + 60_000));
    vi.setSystemTime(NOW_MS + 7000);
    await call({ id: '1' }, NOW_MS + 60_000);
    expect(system.requests.map(({ headers }) => headers['x-timestamp'])).toEqual([SECONDS, '1795482907']);
    expect(system.requests[1]?.headers['x-signature']).toBe(sign('sha256', '12345&1795482907', 'base64'));
  });

  it('that is refused is a failure of the kind denied, with no secret in it', async () => {
    const setup = { handle: json({ message: SECRET }, 401), operation: post, source: { auth: { hmac: bpjs } } };
    const { call, system } = await openOperation(setup);
    const failure = await failureOf(call({ id: '1', nik: NIK }));
    expect(failure).toMatchObject({ kind: 'denied' });
    for (const secret of [SECRET, NIK]) expect(everythingIn(failure)).not.toContain(secret);
    expect(system.requests).toHaveLength(1);
  });

  it.each([
    { sign: '{timestmp}' },
    { headers: { 'X-Waktu': '{ timestamp }' } },
    { sign: '{}' },
    { sign: '{toString}' },
  ])('with a placeholder that is not known is refused before anything is called: %j', (wrong) => {
    const open = () =>
      rest.open({ rest: 'http://x', auth: { hmac: { ...bpjs, ...wrong } } }, { timeoutMs: 100, concurrency: 1 });
    expect(open).toThrow(expect.objectContaining({ name: 'SpecMistake', key: 'auth' }));
  });
});
