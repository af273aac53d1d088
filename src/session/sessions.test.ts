import { describe, expect, it } from 'vitest';
import type { RenewedLogin } from '../ports/web-session-store.ts';
import { IssuerRefusal, IssuerSilent } from './issuer-failure.ts';
import { createSessions } from './sessions.ts';
import { createMemorySessions } from './testing/memory-sessions.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const loginOf = (accessToken: string, accessEndsMs: number, refreshToken: string | undefined = 'r'): RenewedLogin => ({
  tokens: { accessToken, accessEndsMs, refreshToken },
  holder: { subject: 's', name: 'Siti', roles: [], opd: undefined, acr: 'low' },
});

async function open(endsMs = 100 * HOUR_MS, refreshToken?: string | null) {
  const time = { ms: 0 };
  const store = createMemorySessions();
  const asked: string[] = [];
  const issuer = { failure: undefined as Error | undefined };
  const refresh = async ({ tokens }: RenewedLogin) => {
    asked.push(tokens.refreshToken ?? 'none');
    if (issuer.failure) throw issuer.failure;
    return loginOf(`a${asked.length}`, time.ms + HOUR_MS, `r${asked.length}`);
  };
  const issuers = new Map((['warga', 'kantor'] as const).map((kind) => [kind, { refresh }]));
  const sessions = createSessions({ store, issuers, clock: { now: () => time.ms } });
  const login = loginOf('a0', endsMs);
  const given = refreshToken === null ? { ...login, tokens: { ...login.tokens, refreshToken: undefined } } : login;
  const cookie = await sessions.begin('warga', given, undefined);
  const use = () => sessions.use(cookie, 'warga').catch((error) => error.code as string);
  return { time, store, asked, issuer, sessions, cookie, use };
}

describe('a session', () => {
  it('ends half an hour after its last use', async () => {
    const { time, use } = await open();
    time.ms = 29 * MINUTE_MS;
    expect(await use()).toBe('a0');
    time.ms = 58 * MINUTE_MS;
    expect(await use()).toBe('a0');
    time.ms = 88 * MINUTE_MS;
    expect(await use()).toBe('SESSION_EXPIRED');
  });

  it.each([
    ['warga', 12],
    ['kantor', 9],
  ] as const)('of %s ends after %i hours, however much it is used', async (kind, hours) => {
    const { time, sessions } = await open();
    const cookie = await sessions.begin(kind, loginOf('a', 100 * HOUR_MS), undefined);
    for (time.ms = 0; time.ms < hours * HOUR_MS; time.ms += 20 * MINUTE_MS)
      expect(await sessions.use(cookie, kind)).toBe('a');
    expect(await sessions.find(cookie, kind)).toBeUndefined();
    await expect(sessions.use(cookie, kind)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('is not kept alive by a page that looks at it', async () => {
    const { time, sessions, cookie } = await open();
    for (time.ms = 0; time.ms < 30 * MINUTE_MS; time.ms += MINUTE_MS)
      expect(await sessions.find(cookie, 'warga')).toBeDefined();
    expect(await sessions.find(cookie, 'warga')).toBeUndefined();
  });

  it('is none of the other kind', async () => {
    const { sessions, cookie } = await open();
    expect(await sessions.find(cookie, 'kantor')).toBeUndefined();
    await expect(sessions.use(cookie, 'kantor')).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('takes the place of the one that its browser had', async () => {
    const { sessions, cookie, use } = await open();
    expect(await use()).toBe('a0');
    const next = await sessions.begin('warga', loginOf('b', HOUR_MS), cookie);
    expect(next).not.toBe(cookie);
    expect(await use()).toBe('SESSION_EXPIRED');
    expect(await sessions.use(next, 'warga')).toBe('b');
  });

  it('that has been ended is not remembered, nor is one that was being read just then', async () => {
    const { sessions, cookie, use } = await open();
    expect(await use()).toBe('a0');
    const reading = sessions.find(cookie, 'warga');
    await sessions.end(cookie);
    await reading;
    expect(await use()).toBe('SESSION_EXPIRED');
  });

  it('is asked of the database once in three seconds, and written to it once a minute', async () => {
    const { time, store, use } = await open();
    for (time.ms = 0; time.ms < 2 * MINUTE_MS; time.ms += 100) await use();
    expect(store.asked.find).toBeLessThanOrEqual(42);
    expect(store.asked.touch).toBe(1);
  });
});

describe('an access token in its last minute', () => {
  it('is renewed once for all requests of the session, and each token of the issuer is used once', async () => {
    const { time, asked, use } = await open(10 * MINUTE_MS);
    time.ms = 9 * MINUTE_MS;
    expect(await use()).toBe('a0');
    time.ms += 1;
    expect(new Set(await Promise.all(Array.from({ length: 20 }, use)))).toEqual(new Set(['a1']));
    expect(asked).toEqual(['r']);
    for (const _ of [1, 2, 3]) {
      time.ms += 25 * MINUTE_MS;
      await use();
    }
    expect(asked).toEqual(['r', 'r1']);
  });

  it('that another hub has renewed is taken from there', async () => {
    const { time, store, asked, cookie, use, sessions } = await open(10 * MINUTE_MS);
    time.ms = 9 * MINUTE_MS + 1;
    await sessions.find(cookie, 'warga');
    const kept = store.kept.get(cookie);
    if (kept) store.kept.set(cookie, { ...kept, ...loginOf('other', HOUR_MS) });
    expect(await use()).toBe('other');
    expect(asked).toEqual([]);
  });

  it('goes on while the issuer is silent, which is not asked all the time', async () => {
    const { time, asked, issuer, use } = await open(10 * MINUTE_MS);
    issuer.failure = new IssuerSilent();
    time.ms = 9 * MINUTE_MS + 1;
    for (const _ of [1, 2, 3]) expect(await use()).toBe('a0');
    expect(asked).toHaveLength(1);
    time.ms += 5000;
    expect(await use()).toBe('a0');
    expect(asked).toHaveLength(2);
    time.ms = 10 * MINUTE_MS;
    expect(await use()).toBe('LOGIN_UNAVAILABLE');
    expect(asked).toHaveLength(3);
    expect(await use()).toBe('LOGIN_UNAVAILABLE');
    expect(asked).toHaveLength(3);
    issuer.failure = undefined;
    time.ms += 5000;
    expect(await use()).toBe('a4');
  });

  it('that has run out does not wait behind many others for an issuer that is silent', async () => {
    const { time, store, asked, issuer, sessions } = await open();
    const cookies = await Promise.all([1, 2, 3].map(() => sessions.begin('warga', loginOf('b', MINUTE_MS), undefined)));
    issuer.failure = new IssuerSilent();
    time.ms = 2 * MINUTE_MS;
    const { renew } = store;
    let turn: Promise<unknown> = Promise.resolve();
    store.renew = (...given) => {
      const mine = turn.then(() => renew(...given));
      turn = mine;
      return mine;
    };
    const uses = cookies.map((cookie) => sessions.use(cookie, 'warga').catch((error) => error.code as string));
    expect(await Promise.all(uses)).toEqual(Array(3).fill('LOGIN_UNAVAILABLE'));
    expect(asked).toHaveLength(1);
  });

  it('ends the session when the issuer has taken the grant back', async () => {
    const { time, store, issuer, use } = await open(10 * MINUTE_MS);
    issuer.failure = new IssuerRefusal('invalid_grant');
    time.ms = 9 * MINUTE_MS + 1;
    expect(await use()).toBe('SESSION_EXPIRED');
    expect(store.kept.size).toBe(0);
  });

  it('without a refresh token holds to its end, which is the session’s', async () => {
    const { time, issuer, asked, use } = await open(10 * MINUTE_MS, null);
    issuer.failure = new IssuerRefusal('invalid_grant');
    time.ms = 10 * MINUTE_MS - 1;
    expect(await use()).toBe('a0');
    expect(asked).toEqual([]);
    time.ms = 10 * MINUTE_MS;
    expect(await use()).toBe('SESSION_EXPIRED');
  });

  it('keeps the session when the issuer refuses the hub’s pages for another reason', async () => {
    const { time, store, issuer, use } = await open(10 * MINUTE_MS);
    issuer.failure = new IssuerRefusal('invalid_client');
    time.ms = 11 * MINUTE_MS;
    expect(await use()).toBe('LOGIN_UNAVAILABLE');
    expect(store.kept.size).toBe(1);
  });
});
