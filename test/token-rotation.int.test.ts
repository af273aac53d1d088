import { decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMovableClock } from './support/ask-at-desk.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

/** How long the hub goes on with an issuer's keys, and with a token that it has verified. */
const KEYS_MS = 600_000;

let clock: ReturnType<typeof createMovableClock>;
let hub: TestHub;
beforeEach(async () => {
  clock = createMovableClock();
  hub = await startTestHub({ clock });
});
afterEach(() => hub.stop());

const realms = [
  ['citizens', 'siti', () => hub.demo.issuer],
  ['staff', 'petugas-dpmptsp', () => hub.demo.staffIssuer],
] as const;
/** A new token at each call, whatever was given before. */
const issue = (issuer: TestHub['demo']['issuer'], who: string) => issuer.issueToken(who, { ttlSeconds: 3600 });
const statusOf = async (token: string) => (await hub.ask('{ opds { code } }', { token })).status;

describe.each(realms)('when the issuer of %s changes its keys', (_realm, who, get) => {
  it('the token from before is good still, and the next one at once', async () => {
    const before = await issue(get(), who);
    expect(await statusOf(before)).toBe(200);
    await get().rotateKeys();
    // The hub asks for keys because of an unknown one every five seconds at most.
    clock.advance(5000);
    const after = await issue(get(), who);
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    expect([await statusOf(after), await statusOf(before)]).toEqual([200, 200]);
    clock.advance(KEYS_MS);
    expect([await statusOf(after), await statusOf(before)]).toEqual([200, 200]);
  });

  it('and drops the old ones, the token from before is refused once the hub has its keys anew', async () => {
    const before = await issue(get(), who);
    expect(await statusOf(before)).toBe(200);
    await get().rotateKeys({ drop: true });
    expect(await statusOf(before)).toBe(200);
    clock.advance(KEYS_MS);
    expect(await statusOf(before)).toBe(401);
    expect(await statusOf(await issue(get(), who))).toBe(200);
  });

  it('and drops the old ones, no token from before outlives the keys that the hub had', async () => {
    const before = await issue(get(), who);
    expect(await statusOf(before)).toBe(200);
    clock.advance(KEYS_MS - 1000);
    expect(await statusOf(before)).toBe(200);
    await get().rotateKeys({ drop: true });
    clock.advance(1000);
    expect(await statusOf(before)).toBe(401);
  });

  it('and drops the old ones, every token from before is refused with the first new one', async () => {
    const seen = await issue(get(), who);
    expect(await statusOf(seen)).toBe(200);
    const unseen = await issue(get(), who);
    await get().rotateKeys({ drop: true });
    clock.advance(5000);
    expect(await statusOf(await issue(get(), who))).toBe(200);
    expect([await statusOf(unseen), await statusOf(seen)]).toEqual([401, 401]);
  });
});

describe('one realm', () => {
  it('is no other’s: a citizen is no staff, and somebody in office no citizen', async () => {
    const citizen = await hub.ask('{ myCases { id } }', { citizen: 'siti' });
    expect(citizen.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const token = await hub.tokenOf('petugas-dpmptsp', { clientId: 'demo-console' });
    expect((await hub.ask('{ me { nik } }', { token })).data).toEqual({ me: null });
    await expect(hub.demo.staffIssuer.issueToken('siti')).rejects.toThrow('invalid_grant');
    await expect(hub.demo.issuer.issueToken('walikota')).rejects.toThrow('invalid_grant');
  });

  it('goes on when the other’s issuer changes all its keys', async () => {
    const token = await issue(hub.demo.issuer, 'siti');
    expect(await statusOf(token)).toBe(200);
    await hub.demo.staffIssuer.rotateKeys({ drop: true });
    clock.advance(KEYS_MS);
    expect(await statusOf(token)).toBe(200);
  });
});
