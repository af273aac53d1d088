import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listIssuers } from './issuer-settings.ts';
import { readClaims } from './read-claims.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'issuers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function list(text: string, issuer?: string) {
  const file = join(folder, 'issuers.yaml');
  writeFileSync(file, text);
  return listIssuers({ issuer, staffIssuer: undefined, issuersFile: file, audience: 'hub' });
}

const KEYCLOAK = `
- issuer: https://sso.example/realms/asn
  audience: hub
  vouchesFor: [staff, citizen]
  algorithms: [ES256]
  clockSkewSeconds: 60
  tokenType: at+jwt
  claims: { nik: nomor_induk, roles: groups, opd: unit, app: azp }
  assurance: { loa2: substantial }
`;

describe('the file of issuers', () => {
  it('says how an issuer’s tokens are read', () => {
    const [settings] = list(KEYCLOAK);
    if (!settings) throw new Error('no issuer');
    const claims = { sub: 's', exp: 1, azp: 'warga', client_id: 'another', acr: 'loa2' };
    expect(settings).toMatchObject({ algorithms: ['ES256'], clockSkewSeconds: 60, tokenType: 'at+jwt' });
    expect(readClaims({ ...claims, nomor_induk: '1571991007900001' }, settings)).toMatchObject({
      kind: 'citizen',
      nik: '1571991007900001',
      app: 'warga',
      assurance: 'substantial',
    });
    expect(readClaims({ ...claims, acr: 'high', groups: ['auditor'], unit: 'inspektorat' }, settings)).toMatchObject({
      kind: 'staff',
      roles: new Set(['auditor']),
      opd: 'inspektorat',
      assurance: 'low',
    });
  });

  it('may leave out what is as usual', () => {
    const [settings] = list('- { issuer: "https://sso.example", audience: hub, vouchesFor: [citizen] }');
    expect(settings).toMatchObject({
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      clockSkewSeconds: 5,
      claims: { nik: 'nik', opd: 'opd', roles: 'roles', app: ['client_id', 'azp'] },
    });
    expect([...(settings?.assurance.keys() ?? [])]).toEqual(['low', 'substantial', 'high']);
  });

  it.each([
    [
      '- issuer: https://a.example\n  audiance: hub\n  vouchesFor: [citizen]',
      /yaml:2: unknown key "audiance".*audience\?/,
    ],
    ['- issuer: https://a.example\n  audience: hub\n  vouchesFor: [mayor]', /yaml:3: vouchesFor.0 has a value/],
    ['- issuer: https://a.example\n  vouchesFor: [staff]', /yaml:1: the entry lacks "audience"/],
    ['- issuer: login\n  audience: hub\n  vouchesFor: [staff]', /yaml:1: issuer must be an address/],
    [
      '- issuer: https://a.example\n  audience: hub\n  vouchesFor: [staff]\n  algorithms: [HS256]',
      /yaml:4: algorithms.0/,
    ],
    [
      '- issuer: https://a.example\n  audience: hub\n  vouchesFor: [staff]\n  algorithms: [none]',
      /yaml:4: algorithms.0/,
    ],
    [
      '- issuer: https://a.example\n  audience: hub\n  vouchesFor: [staff]\n  clockSkewSeconds: 121',
      /yaml:4: .*<= 120/,
    ],
    [
      '- issuer: https://a.example\n  audience: hub\n  vouchesFor: [staff]\n  assurance: { loa: sure }',
      /assurance.loa/,
    ],
    ['issuer: https://a.example', /must be a list/],
    ['- [', /yaml:1/],
  ])('is refused with the line and what would be right: %j', (text, message) => {
    expect(() => list(text)).toThrow(message);
  });

  it('may not name an issuer that is configured already, nor be missing', () => {
    expect(() => list(KEYCLOAK, 'https://sso.example/realms/asn')).toThrow('configured twice');
    const lost = { issuer: undefined, staffIssuer: undefined, issuersFile: join(folder, 'lost'), audience: 'hub' };
    expect(() => listIssuers(lost)).toThrow('HUB_OIDC_ISSUERS_FILE cannot be read (ENOENT)');
  });
});
