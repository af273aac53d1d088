import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkProduction, readConfig } from './read-config.ts';

const { publicKey, privateKey } = generateKeyPairSync('x25519');
const jwkOf = (key: typeof publicKey) => JSON.stringify(key.export({ format: 'jwk' }));
const read = (HUB_INSPEKTORAT_KEY: string) => readConfig({ HUB_INSPEKTORAT_KEY }).inspektoratKey;

describe('a public key among the settings', () => {
  it('is taken as it is', () => {
    expect(read(jwkOf(publicKey))).toBe(jwkOf(publicKey));
    expect(readConfig({}).inspektoratKey).toBeUndefined();
  });

  it('is refused with its private half, without showing it', () => {
    const secret = jwkOf(privateKey);
    const { d } = JSON.parse(secret) as { d: string };
    expect(() => read(secret)).toThrow('this one holds the private part');
    try {
      read(secret);
    } catch (error) {
      expect(String(error)).not.toContain(d);
    }
  });

  it('of the demo city does not meet the public', () => {
    const ofDemo = JSON.stringify({ kid: 'demo-inspektorat-1', ...publicKey.export({ format: 'jwk' }) });
    const complaint = 'HUB_INSPEKTORAT_KEY is still a value of the demo city';
    expect(() => checkProduction({ HUB_INSPEKTORAT_KEY: ofDemo }, [])).toThrow(complaint);
    expect(() => checkProduction({ HUB_INSPEKTORAT_KEY: jwkOf(publicKey) }, [])).not.toThrow(complaint);
  });

  it.each(['kunci', '{}', 'null', '{"kty":"RSA","n":"x","e":"AQAB"}', '{"kty":"OKP","crv":"Ed25519","x":"abc"}'])(
    'is refused when it is none: %s',
    (text) => {
      expect(() => read(text)).toThrow('must be a public key as JWK');
    },
  );
});
