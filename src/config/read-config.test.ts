import { describe, expect, it } from 'vitest';
import { checkProduction, readConfig } from './read-config.ts';

const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

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

  it('takes no offence at what its clients read', () => {
    expect(() => readConfig({ HUB_TOKEN: 'x', HUB_URL: 'http://127.0.0.1:4000' })).not.toThrow();
  });

  it.each([
    [{ PORT: '65536' }, 'PORT must be'],
    [{ PORT: '4000 ' }, 'PORT must be'],
    [{ HUB_CORS_ORIGINS: 'https://a.example/path' }, 'HUB_CORS_ORIGINS must be origins'],
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
    HUB_DATA_KEYS: KEY,
    BPPRD_URL: 'https://bpprd.example',
  };

  it('accepts a complete configuration', () => {
    expect(() => checkProduction(complete, ['BPPRD_URL'])).not.toThrow();
  });

  it.each([
    ['a missing setting', { ...complete, DATABASE_URL: '' }, 'DATABASE_URL is missing'],
    ['a connector whose setting is missing', { ...complete, BPPRD_URL: undefined }, 'BPPRD_URL is missing'],
    [
      'a value of the demo city',
      { ...complete, BPPRD_URL: 'https://demo.example' },
      'BPPRD_URL is still a value of the demo city',
    ],
    ['an issuer without TLS', { ...complete, HUB_OIDC_ISSUER: 'http://127.0.0.1:3000' }, 'must begin with https://'],
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
});
