import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../demo/people/find-person.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

const callsMade = () => Object.values(hub.demo.city.systems).reduce((sum, { control }) => sum + control.calls.total, 0);
const EVERYTHING = 'name birthDate address { street } permits { id } taxBills { nop } complaints { id }';

describe('a token that is not good', () => {
  async function signedElsewhere(algorithm: string, claims: Record<string, unknown> = {}): Promise<string> {
    const { privateKey } = await generateKeyPair(algorithm);
    return new SignJWT({ nik: findPerson('demo').nik, scope: 'citizen', ...claims })
      .setProtectedHeader({ alg: algorithm, kid: 'another' })
      .setIssuer(hub.demo.issuer.url)
      .setAudience('hub-kota-jambi')
      .setSubject('x')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  }
  const unsigned = () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part({ nik: findPerson('demo').nik, sub: 'x', exp: 9e9, iat: 1 })}.x`;
  };
  const bad: readonly [string, () => Promise<string> | string][] = [
    ['malformed', () => 'not-a-token'],
    ['of another key', () => signedElsewhere('RS256')],
    ['unsigned', unsigned],
    ['with its signature changed', async () => `${(await hub.tokenOf('demo')).slice(0, -6)}AAAAAA`],
    ['with its claims changed', async () => changeClaim(await hub.tokenOf('demo'))],
    ['as long as a book', () => `a.${'b'.repeat(9000)}.c`],
  ];

  it.each(bad)('%s: 401 with a code, without a stack, and nothing is asked of any system', async (_name, make) => {
    const answer = await hub.ask(`{ me { ${EVERYTHING} } }`, { token: await make() });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      pesan: expect.stringContaining('masuk'),
    });
    expect(answer.text).not.toMatch(/stack|node_modules|\.ts:/);
    expect(callsMade()).toBe(0);
  });

  it('expired: 401 that says so', async () => {
    const token = await hub.tokenOf('demo', { ttlSeconds: 1 });
    await expect
      .poll(async () => (await hub.ask('{ me { nik } }', { token })).status, { timeout: 15_000, interval: 500 })
      .toBe(401);
    const answer = await hub.ask('{ me { nik } }', { token });
    expect(answer.errors[0]?.message).toBe('The token has expired.');
  });

  it('is never part of the answer or the log', async () => {
    const token = await signedElsewhere('RS256');
    const answer = await hub.ask('{ me { nik } }', { token });
    expect(answer.text).not.toContain(token.slice(0, 20));
    expect(hub.logged.join('')).not.toContain(token.slice(0, 20));
  });
});

describe('nobody', () => {
  it('reaches public fields', async () => {
    const answer = await hub.ask('{ opds { code name } opd(code: "bpprd") { name } }');
    expect(answer.errors).toEqual([]);
    expect(answer.data.opd.name).toBe('Badan Pengelola Pajak dan Retribusi Daerah');
  });

  it('gets UNAUTHENTICATED for me and for a citizen, and no system is asked', async () => {
    const answer = await hub.ask(
      `{ me { ${EVERYTHING} } citizen(nik: "${findPerson('demo').nik}") { ${EVERYTHING} } }`,
    );
    expect(answer.data).toEqual({ me: null, citizen: null });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['me'], 'UNAUTHENTICATED'],
      [['citizen'], 'UNAUTHENTICATED'],
    ]);
    expect(callsMade()).toBe(0);
  });
});

describe('another citizen', () => {
  const query = `query ($nik: NIK!) { citizen(nik: $nik) { nik ${EVERYTHING} } }`;

  it('is FORBIDDEN on that field, the same whether or not the person exists, without a call to any system', async () => {
    const existing = await hub.ask(query, { citizen: 'demo', variables: { nik: findPerson('siti').nik } });
    const missing = await hub.ask(query, { citizen: 'demo', variables: { nik: '1571990101019999' } });
    expect(existing.data).toEqual({ citizen: null });
    expect(existing.errors).toHaveLength(1);
    expect(existing.errors[0]).toMatchObject({ path: ['citizen'], extensions: { code: 'FORBIDDEN' } });
    expect(existing.text).toBe(missing.text);
    expect(callsMade()).toBe(0);
  });

  it('leaves the rest of the answer', async () => {
    const answer = await hub.ask(`query ($nik: NIK!) { me { name } citizen(nik: $nik) { name } }`, {
      citizen: 'demo',
      variables: { nik: findPerson('siti').nik },
    });
    expect(answer.data).toEqual({ me: { name: inCapitals('demo') }, citizen: null });
    expect(answer.text).not.toContain(findPerson('siti').nik);
    expect(answer.text).not.toContain(inCapitals('siti'));
  });

  it('is himself by his own NIK', async () => {
    const { nik } = findPerson('demo');
    const answer = await hub.ask(query, { citizen: 'demo', variables: { nik } });
    expect(answer.data.citizen).toMatchObject({ nik, name: inCapitals('demo') });
  });

  it('never shares an answer with the one who asks at the same moment', async () => {
    const aliases = ['demo', 'siti', 'lunas', 'ganda'] as const;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        hub.ask('{ me { nik name taxBills { nop } } }', { citizen: aliases[index % 4] as string }),
      ),
    );
    for (const [index, answer] of answers.entries()) {
      const alias = aliases[index % 4] as (typeof aliases)[number];
      expect(answer.data.me).toMatchObject({ nik: findPerson(alias).nik, name: inCapitals(alias) });
    }
  });
});

describe('a NIK that is none', () => {
  it.each([
    ['1571 991007900001', 'has no spaces'],
    ['157199100790000', '16 digits; this one has 15'],
    ['15719910079000011', '16 digits; this one has 17'],
    ['157199100790000A', 'digits only'],
    ['', '16 digits; this one has 0'],
    [1571991007900001, 'text of 16 digits'],
    [['1571991007900001'], 'text of 16 digits'],
  ])('%j is BAD_USER_INPUT that says why and does not repeat it', async (nik, reason) => {
    const answer = await hub.ask('query ($nik: NIK!) { citizen(nik: $nik) { nik } }', {
      citizen: 'demo',
      variables: { nik },
    });
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toContain(reason);
    if (String(nik).length > 0) expect(answer.text).not.toContain(String(nik));
  });

  it('is refused the same way when it stands in the document', async () => {
    const answer = await hub.ask('{ citizen(nik: "157199100790000") { nik } }', { citizen: 'demo' });
    expect(answer.status).toBe(400);
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringContaining('15'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

function changeClaim(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const forged = Buffer.from(JSON.stringify({ ...claims, nik: findPerson('siti').nik })).toString('base64url');
  return `${header}.${forged}.${signature}`;
}

/** A name as Dukcapil writes it. */
function inCapitals(alias: 'demo' | 'siti' | 'lunas' | 'ganda'): string {
  return findPerson(alias).name.toUpperCase();
}
