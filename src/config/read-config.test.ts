import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkProduction, readConfig } from './read-config.ts';

const keyOf = (bytes: Buffer) => `k1:${bytes.toString('base64')}`;
const newKey = () => keyOf(randomBytes(32));
const newSigningKey = () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
};
/** An Ed25519 key of a seed that somebody chose. */
const signingKeyOf = (seed: Buffer) =>
  Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]).toString('base64');
const KEY = newKey();

describe('the configuration', () => {
  it('has a default for everything a first start needs', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '.data',
      corsOrigins: [],
      connectors: [],
      logLevel: 'warn',
    });
  });

  it('reads what is set; an empty variable counts as not set', () => {
    const config = readConfig({
      PORT: '8080',
      HUB_CORS_ORIGINS: 'https://a.example, https://b.example',
      HUB_DATA_DIR: '',
      HUB_INDEX_KEYS: KEY,
    });
    expect(config).toMatchObject({
      port: 8080,
      corsOrigins: ['https://a.example', 'https://b.example'],
      dataDir: '.data',
      indexKeys: [KEY],
    });
  });

  it('reads which OPDs run their own subgraph, by the names of their folders', () => {
    const { subgraphUrls } = readConfig({
      HUB_SUBGRAPH_DPMPTSP_URL: 'https://subgraph.dpmptsp.example/graphql',
      HUB_SUBGRAPH_RSUD_ABDUL_MANAP_URL: 'http://10.0.0.7:4100/graphql',
      HUB_SUBGRAPH_BPPRD_URL: '',
    });
    expect([...subgraphUrls]).toEqual([
      ['dpmptsp', 'https://subgraph.dpmptsp.example/graphql'],
      ['rsud-abdul-manap', 'http://10.0.0.7:4100/graphql'],
    ]);
  });

  it('takes the address that people open with the slash at its end or without', () => {
    for (const HUB_PUBLIC_URL of ['https://hub.example', 'https://hub.example/'])
      expect(readConfig({ HUB_PUBLIC_URL }).publicUrl).toBe('https://hub.example');
  });

  it('takes no offence at what its clients read', () => {
    expect(() => readConfig({ HUB_TOKEN: 'x', HUB_URL: 'http://127.0.0.1:4000' })).not.toThrow();
  });

  it.each([
    [{ PORT: '65536' }, 'PORT must be'],
    [{ PORT: '4000 ' }, 'PORT must be'],
    [{ HUB_CORS_ORIGINS: 'https://a.example/path' }, 'HUB_CORS_ORIGINS must be origins'],
    [{ HUB_PUBLIC_URL: 'https://a.example/path' }, 'HUB_PUBLIC_URL must be an address'],
    [{ HUB_PUBLIC_URL: 'ftp://a.example' }, 'HUB_PUBLIC_URL must be an address'],
    [{ HUB_PUBLIC_URL: 'a.example' }, 'HUB_PUBLIC_URL must be an address'],
    [{ HUB_CORS_ORIGINS: '*' }, 'HUB_CORS_ORIGINS must be origins'],
    [{ HUB_OIDC_ISSUER: 'issuer' }, 'HUB_OIDC_ISSUER must be an address'],
    [{ HUB_CONNECTORS: '../etc' }, 'HUB_CONNECTORS must be names'],
    [{ HUB_INDEX_KEYS: 'k1:short' }, 'HUB_INDEX_KEYS must be'],
    [{ HUB_SUBGRAPH_DPMPTSP_URL: 'dpmptsp:4100' }, 'HUB_SUBGRAPH_DPMPTSP_URL must be an address'],
    [{ HUB_SUBGRAPH_HUB_KEYS: 'no key!' }, 'HUB_SUBGRAPH_HUB_KEYS must be base64'],
    [{ HUB_COR_ORIGINS: '' }, 'did you mean HUB_CORS_ORIGINS?'],
  ])('refuses %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('names everything that is wrong at once and repeats no value', () => {
    const attempt = () => readConfig({ PORT: 'x', HUB_LOG_LEVEL: 'y', HUB_DATA_KEYS: 'my-secret', HUB_NOTHING: '1' });
    expect(attempt).toThrow(/4 settings need attention/);
    expect(attempt).not.toThrow(/my-secret/);
  });
});

describe('production', () => {
  const complete = {
    DATABASE_URL: 'postgres://hub@db/hub',
    HUB_OIDC_ISSUER: 'https://login.example',
    HUB_INDEX_KEYS: KEY,
    HUB_DATA_KEYS: newKey(),
    HUB_APP_TOKEN_KEY: newSigningKey(),
    HUB_AUDIT_SIGNING_KEY: newSigningKey(),
    BPPRD_URL: 'https://bpprd.example',
  };

  it('accepts a complete configuration', () => {
    expect(() => checkProduction(complete, ['BPPRD_URL'])).not.toThrow();
  });

  it.each([
    ['a missing setting', { ...complete, DATABASE_URL: '' }, 'DATABASE_URL is missing'],
    ['no key of the access log', { ...complete, HUB_AUDIT_SIGNING_KEY: '' }, 'HUB_AUDIT_SIGNING_KEY is missing'],
    ['no key of applications’ tokens', { ...complete, HUB_APP_TOKEN_KEY: '' }, 'HUB_APP_TOKEN_KEY is missing'],
    [
      'no key for an OPD’s own server',
      { ...complete, HUB_SUBGRAPH_DPMPTSP_URL: 'https://subgraph.dpmptsp.example/graphql' },
      'HUB_SUBGRAPH_SIGNING_KEY is missing',
    ],
    ['a connector whose setting is missing', { ...complete, BPPRD_URL: undefined }, 'BPPRD_URL is missing'],
    [
      'a value of the demo city',
      { ...complete, BPPRD_URL: 'https://demo.example' },
      'BPPRD_URL is still a value of the demo city',
    ],
    [
      'pages that give cookies out without TLS',
      { ...complete, HUB_PUBLIC_URL: 'http://hub.example' },
      'HUB_PUBLIC_URL must begin with https://',
    ],
    ['an issuer without TLS', { ...complete, HUB_OIDC_ISSUER: 'http://127.0.0.1:3000' }, 'must begin with https://'],
    ['an issuer in the range of this machine', { ...complete, HUB_OIDC_ISSUER: 'https://127.1.2.3' }, 'this machine'],
    ['an issuer at its address mapped', { ...complete, HUB_OIDC_ISSUER: 'https://[::ffff:127.0.0.1]' }, 'this machine'],
    ['an issuer on this machine', { ...complete, HUB_OIDC_ISSUER: 'https://localhost:3000' }, 'not be on this machine'],
    [
      'a staff issuer without TLS',
      { ...complete, HUB_OIDC_STAFF_ISSUER: 'http://login.example' },
      'HUB_OIDC_STAFF_ISSUER must begin with https://',
    ],
    [
      'a staff issuer on this machine',
      { ...complete, HUB_OIDC_STAFF_ISSUER: 'https://127.0.0.1' },
      'HUB_OIDC_STAFF_ISSUER must not be on this machine',
    ],
    [
      'an OPD’s subgraph without TLS',
      { ...complete, HUB_SUBGRAPH_DPMPTSP_URL: 'http://10.0.0.7:4100/graphql' },
      'HUB_SUBGRAPH_DPMPTSP_URL must begin with https://',
    ],
    [
      'demo tokens for everyone',
      { ...complete, HUB_EXPLORER_TOKEN_ENDPOINT: 'https://x.example/token' },
      'hands out demo tokens',
    ],
  ])('refuses %s', (_name, environment, message) => {
    expect(() => checkProduction(environment, ['BPPRD_URL'])).toThrow(message);
  });

  it.each([
    ['http://login.example', 'audience: hub', 'HUB_OIDC_ISSUERS_FILE: each issuer must begin with https://'],
    ['https://[::1]:8443', 'audience: hub', 'HUB_OIDC_ISSUERS_FILE: each issuer must not be on this machine'],
    ['https://login.example', 'audience: demo-hub', 'HUB_OIDC_ISSUERS_FILE: the file still has a value of the demo'],
  ])('refuses %s with %s in a file of issuers', (issuer, text, message) => {
    const files = [{ setting: 'HUB_OIDC_ISSUERS_FILE', text, issuers: [issuer] }];
    expect(() => checkProduction(complete, ['BPPRD_URL'], files)).toThrow(message);
  });

  const weak: [string, Buffer][] = [
    ['zeros', Buffer.alloc(32)],
    ['one byte over and over', Buffer.alloc(32, 7)],
    ['a few bytes over and over', Buffer.alloc(32, 'rahasia1')],
    ['bytes in a row', Buffer.from(Array.from({ length: 32 }, (_, index) => index))],
    ['a sentence', Buffer.from('kunci rahasia kota jambi, 32 hrf')],
  ];
  it.each(weak)('refuses keys of %s, in a sentence that does not repeat them', (_name, bytes) => {
    for (const name of ['HUB_INDEX_KEYS', 'HUB_DATA_KEYS', 'HUB_APP_TOKEN_KEY', 'HUB_AUDIT_SIGNING_KEY']) {
      const value = /KEYS$/.test(name) ? `${newKey()},${keyOf(bytes)}` : signingKeyOf(bytes);
      const attempt = () => checkProduction({ ...complete, [name]: value }, ['BPPRD_URL']);
      expect(attempt).toThrow(`${name} is not random`);
      expect(attempt).not.toThrow(bytes.toString('base64').slice(0, 20));
    }
  });

  it('takes a random key for random that spells a word by chance', () => {
    const bytes = randomBytes(32);
    Buffer.from('/Demo/+/', 'base64').copy(bytes, 6);
    const HUB_DATA_KEYS = `2026-11:${bytes.toString('base64')}`;
    expect(HUB_DATA_KEYS).toContain('Demo');
    checkProduction({ ...complete, HUB_DATA_KEYS }, []);
  });

  it('takes a thousand random keys for random', () => {
    for (let n = 0; n < 1000; n++)
      checkProduction({ ...complete, HUB_DATA_KEYS: newKey(), HUB_APP_TOKEN_KEY: signingKeyOf(randomBytes(32)) }, []);
  });

  it('refuses keys that a start without them has made', () => {
    const { HUB_DATA_KEYS, HUB_AUDIT_SIGNING_KEY } = complete;
    const [, key = ''] = HUB_DATA_KEYS.split(':');
    const made = [JSON.stringify({ data: [`local:${key}`] }), `${HUB_AUDIT_SIGNING_KEY}\n`];
    const attempt = () => checkProduction(complete, [], [], made);
    expect(attempt).toThrow('HUB_DATA_KEYS is a key that a trial made for itself');
    expect(attempt).toThrow('HUB_AUDIT_SIGNING_KEY is a key that a trial made for itself');
    expect(attempt).not.toThrow('HUB_INDEX_KEYS');
    expect(() => checkProduction({ ...complete, HUB_DATA_KEYS: `local:${key}` }, [])).toThrow('HUB_DATA_KEYS is a key');
  });

  it.each([
    ['HUB_APPS_FILE', '- id: demo-console\n'],
    ['HUB_LINKS_FILE', 'nik,kind,value\n1571991007900001,pbb.nop,157110000500300110\n'],
  ])('refuses the demo’s %s', (setting, text) => {
    const attempt = () => checkProduction(complete, [], [{ setting, text }]);
    expect(attempt).toThrow(`${setting}: the file still has a value of the demo city`);
  });

  it('takes no offence at a word that begins like the demo', () => {
    const text = '- { id: data-demografi, name: Pesta Demokrasi }';
    expect(() => checkProduction(complete, [], [{ setting: 'HUB_APPS_FILE', text }])).not.toThrow();
  });
});
