import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Handle, inTurn, json, startLoopback, text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../testing/everything-in.ts';
import { rest } from './index.ts';

const PASSWORD = 'kata-sandi-yang-rahasia-7Q';
const NIK = '1571991007900001';
const login = { post: '/login', body: { user: 'hub', password: PASSWORD }, token: 'data.token' };
const expired = json({ rc: '98' }, 401);
const good = json({ rc: '00' });
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function openWith(auth: unknown, operation: Handle, logIn: Handle = tokenByTurn(), prefix = '') {
  const system = await startLoopback((request, response, socket) => {
    const handle = request.path === `${prefix}/login` ? logIn : operation;
    handle(request, response, socket);
  });
  const source = rest.open({ rest: system.url + prefix, auth }, { timeoutMs: 5000, concurrency: 8 });
  undo.push(system.stop, () => source.close());
  const call = source.prepare({ name: 'ask', spec: { post: '/ask', body: { nik: ':nik' } }, isRead: true });
  return {
    ask: (deadlineMs?: number) => call({ nik: NIK }, deadlineMs),
    sent: (path: string) => system.requests.filter((request) => request.path === prefix + path),
  };
}

/** A log-in that gives `T1`, then `T2`, and so on. */
function tokenByTurn(): Handle {
  let turn = 0;
  return (request, response, socket) => json({ data: { token: `T${++turn}` } })(request, response, socket);
}

/** Takes only the token of that number. */
function takesOnly(token: string): Handle {
  return (request, response, socket) =>
    (request.headers.authorization === `Bearer ${token}` ? good : expired)(request, response, socket);
}

describe('a system without log-in', () => {
  it.each([
    ['a header', { header: { 'X-API-KEY': PASSWORD } }, 'x-api-key', PASSWORD],
    ['basic', { basic: { user: 'hub', password: PASSWORD } }, 'authorization', `Basic ${btoa(`hub:${PASSWORD}`)}`],
    ['bearer', { bearer: PASSWORD }, 'authorization', `Bearer ${PASSWORD}`],
  ])('gets %s with every call', async (_name, auth, header, value) => {
    const { ask, sent } = await openWith(auth, good);
    await ask();
    await ask();
    expect(sent('/ask').map((request) => request.headers[header])).toEqual([value, value]);
  });

  it('is not asked again when it refuses, which is a failure of the kind denied', async () => {
    const { ask, sent } = await openWith({ bearer: PASSWORD }, expired);
    const failure: unknown = await ask().catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'denied', message: 'access denied (HTTP 401)' });
    expect(sent('/ask')).toHaveLength(1);
  });

  it.each([{ header: { 'X-API-KEY': `${PASSWORD}\n` } }, { bearer: `${PASSWORD}\n` }])(
    'never sees a secret that no header can hold, nor does the error',
    async (auth) => {
      const { ask, sent } = await openWith(auth, good);
      const failure: unknown = await ask().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(everythingIn(failure)).not.toContain(PASSWORD);
      expect(sent('/ask')).toHaveLength(0);
    },
  );
});

describe('a log-in', () => {
  it('is made before the first call and serves those that follow', async () => {
    const { ask, sent } = await openWith({ login }, takesOnly('T1'));
    await ask();
    await ask();
    expect(sent('/login').map((request) => request.body)).toEqual([JSON.stringify(login.body)]);
    expect(sent('/ask')).toHaveLength(2);
  });

  it('is made once for calls that come together', async () => {
    const { ask, sent } = await openWith({ login }, takesOnly('T1'));
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(sent('/login')).toHaveLength(1);
  });

  it('goes to the address behind the path of the source', async () => {
    const { ask, sent } = await openWith({ login }, takesOnly('T1'), tokenByTurn(), '/index.php');
    await ask();
    expect(sent('/login')).toHaveLength(1);
    expect(sent('/ask')).toHaveLength(1);
  });

  it('is made anew once for all calls that find the session over, and each is sent again', async () => {
    const { ask, sent } = await openWith({ login }, takesOnly('T2'));
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(sent('/login')).toHaveLength(2);
    expect(sent('/ask')).toHaveLength(8);
  });

  it('is not made anew for a call that went out before somebody else already did', async () => {
    // The first call's refusal is held back until the second call has logged in anew.
    let releaseFirst = (): void => {};
    let askedTimes = 0;
    const { ask, sent } = await openWith({ login }, (request, response, socket) => {
      if (askedTimes++ === 0) releaseFirst = () => expired(request, response, socket);
      else takesOnly('T2')(request, response, socket);
    });
    const first = ask();
    await expect.poll(() => sent('/ask').length).toBe(1);
    await ask();
    releaseFirst();
    await first;
    expect(sent('/login')).toHaveLength(2);
  });

  it('is made anew once, not endlessly, when every session is refused: denied', async () => {
    const { ask, sent } = await openWith({ login }, expired);
    await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(sent('/login')).toHaveLength(2);
    expect(sent('/ask')).toHaveLength(2);
  });

  it('is made anew on the status that the connector file names; for ever refused, that is denied too', async () => {
    const over = json({}, 419);
    const { ask, sent } = await openWith({ login: { ...login, expired: 419 } }, inTurn(over, good, over, over));
    await expect(ask()).resolves.toEqual({ rc: '00' });
    await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(sent('/login')).toHaveLength(3);
  });

  it('is made anew when the answer itself says that it is over, and not when it only holds the words', async () => {
    const over = json({ response: null, metadata: { code: 201, message: 'Token Expired' } });
    const mentions = json({
      response: { keterangan: 'Token Expired kemarin' },
      metadata: { code: 200, message: 'Ok' },
    });
    const told = { ...login, expiredWhen: { 'metadata.message': 'Token Expired' } };
    const { ask, sent } = await openWith({ login: told }, inTurn(over, good, mentions));
    await expect(ask()).resolves.toEqual({ rc: '00' });
    expect(sent('/login')).toHaveLength(2);
    await expect(ask()).resolves.toMatchObject({ metadata: { code: 200 } });
    expect(sent('/login')).toHaveLength(2);
  });

  it('is tried again by the next call after it failed', async () => {
    const { ask, sent } = await openWith({ login }, takesOnly('T1'), inTurn(text('', 503), tokenByTurn()));
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(ask()).resolves.toEqual({ rc: '00' });
    expect(sent('/login')).toHaveLength(2);
  });

  it('is read behind a PHP warning and with the status 201', async () => {
    const logIn = text('<b>Notice</b>: x {"data":{"token":"T1"}}', 201);
    const { ask } = await openWith({ login }, takesOnly('T1'), logIn);
    await expect(ask()).resolves.toEqual({ rc: '00' });
  });

  it.each([
    ['says that the password is wrong', json({ message: PASSWORD }, 401), 'denied'],
    ['says so with HTTP 200 and no token', json({ message: PASSWORD, data: null }), 'denied'],
    ['gives an empty token', json({ data: { token: '' } }), 'denied'],
    ['gives something else for a token', json({ data: { token: { value: PASSWORD } } }), 'denied'],
    ['does not exist', json({}, 404), 'denied'],
    ['redirects to a page', text('', 302, { location: '/masuk' }), 'denied'],
    ['is asked too often', json({}, 429, { 'retry-after': '60' }), 'quota'],
    ['has a fault', text(PASSWORD, 500), 'unavailable'],
    ['gives a page', text(`<html>${PASSWORD}</html>`), 'badAnswer'],
  ] as const)('that %s fails the call, without any secret in the error', async (_name, logIn, kind) => {
    const { ask, sent } = await openWith({ login }, good, logIn);
    const failure: unknown = await ask().catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind });
    expect(sent('/ask')).toHaveLength(0);
    expect(sent('/login')).toHaveLength(1);
    for (const secret of [PASSWORD, NIK]) expect(everythingIn(failure)).not.toContain(secret);
  });

  it('that is asked too often says when to try again', async () => {
    const { ask } = await openWith({ login }, good, json({}, 429, { 'retry-after': '60' }));
    await expect(ask()).rejects.toMatchObject({ kind: 'quota', retryAfterSeconds: 60 });
  });
});

describe('a log-in that is refused', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not tried again by every call, which would lock the account, but after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { ask, sent } = await openWith({ login }, good, json({ status: false }));
    for (let call = 0; call < 3; call++) await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(sent('/login')).toHaveLength(1);
    vi.setSystemTime(Date.now() + 61_000);
    await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(sent('/login')).toHaveLength(2);
  });
});

describe('a log-in that takes longer than a call may', () => {
  const oauth2 = { token: '/login', id: 'hub', secret: PASSWORD };
  const token = json({ data: { token: 'T1' }, access_token: 'T1' });

  it.each([[{ login }], [{ oauth2 }]])('fails the call in time, and serves the next: %j', async (auth) => {
    const { promise: asked, resolve } = Promise.withResolvers<() => void>();
    const { ask, sent } = await openWith(auth, takesOnly('T1'), (request, response, socket) =>
      resolve(() => token(request, response, socket)),
    );
    const late: unknown = await ask(Date.now() + 50).catch((error: unknown) => error);
    expect(late).toMatchObject({ kind: 'unavailable', message: 'logging in takes longer than a call may' });
    expect(sent('/ask')).toHaveLength(0);
    const logIn = await asked;
    const next = ask();
    logIn();
    await expect(next).resolves.toEqual({ rc: '00' });
    expect(sent('/login')).toHaveLength(1);
  });

  it('fails no other call that may take longer and waits for the same log-in', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<() => void>();
    const { ask } = await openWith({ login }, takesOnly('T1'), (request, response, socket) =>
      resolve(() => token(request, response, socket)),
    );
    const patient = ask();
    await expect(ask(Date.now() + 50)).rejects.toMatchObject({ kind: 'unavailable' });
    (await asked)();
    await expect(patient).resolves.toEqual({ rc: '00' });
  });

  it('is not waited for longer when it is made anew', async () => {
    let logIns = 0;
    const { ask, sent } = await openWith({ login }, expired, (request, response, socket) => {
      if (++logIns === 1) token(request, response, socket);
    });
    await expect(ask(Date.now() + 100)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'logging in takes longer than a call may',
    });
    expect(sent('/ask')).toHaveLength(1);
    expect(sent('/login')).toHaveLength(2);
  });
});

describe('a log-in of the system’s own making', () => {
  const bpjs = {
    header: { 'x-username': 'hub' },
    login: {
      get: '/login',
      headers: { 'x-username': 'hub', 'x-password': PASSWORD },
      token: 'response.token',
      sendAs: 'x-token',
    },
  };
  const token = json({ response: { token: 'T1' }, metadata: { code: 200 } });

  it('may be a GET with headers, and its token a header of its own', async () => {
    const { ask, sent } = await openWith(bpjs, good, token);
    await ask();
    expect(sent('/login')[0]).toMatchObject({
      method: 'GET',
      headers: { 'x-username': 'hub', 'x-password': PASSWORD },
    });
    expect(sent('/ask')[0]?.headers).toMatchObject({ 'x-token': 'T1', 'x-username': 'hub' });
    expect(sent('/ask')[0]?.headers).not.toHaveProperty('x-password');
  });

  it('leaves no password in the error when it is refused', async () => {
    const { ask } = await openWith(bpjs, good, json({ metadata: { code: 201 } }, 403));
    const failure: unknown = await ask().catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'denied' });
    expect(everythingIn(failure)).not.toContain(PASSWORD);
  });
});

describe('OAuth 2.0 client credentials', () => {
  const oauth2 = { token: '/login', id: 'hub+kota', secret: PASSWORD, scope: 'baca' };
  const grant = (access_token: string, expires_in?: number) => json({ access_token, token_type: 'Bearer', expires_in });

  it('are exchanged for a token once, by a form and a Basic pair that is form-encoded', async () => {
    const { ask, sent } = await openWith({ oauth2 }, good, grant('A', 3600));
    await Promise.all([ask(), ask(), ask()]);
    const [request] = sent('/login');
    expect(sent('/login')).toHaveLength(1);
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${btoa(`hub%2Bkota:${PASSWORD}`)}`,
    });
    expect(request?.body).toBe('grant_type=client_credentials&scope=baca');
    expect(sent('/ask').map(({ headers }) => headers.authorization)).toEqual(['Bearer A', 'Bearer A', 'Bearer A']);
  });

  it('are exchanged anew before the token runs out', async () => {
    const { ask, sent } = await openWith({ oauth2 }, good, inTurn(grant('A', 9), grant('B', 3600)));
    await ask();
    await ask();
    expect(sent('/ask').map(({ headers }) => headers.authorization)).toEqual(['Bearer A', 'Bearer B']);
  });

  it('are exchanged anew when the token is refused, and the call made once more', async () => {
    const { ask, sent } = await openWith({ oauth2 }, takesOnly('B'), inTurn(grant('A', 3600), grant('B', 3600)));
    await ask();
    expect(sent('/ask')).toHaveLength(2);
  });

  it('that are refused are not tried again at once: the account could be locked', async () => {
    const { ask, sent } = await openWith({ oauth2 }, good, json({ error: 'invalid_client' }, 401));
    for (let time = 0; time < 3; time++) await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(sent('/login')).toHaveLength(1);
  });
});
