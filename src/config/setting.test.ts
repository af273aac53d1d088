import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config.ts';

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

  it.each(['kunci', '{}', 'null', '{"kty":"RSA","n":"x","e":"AQAB"}', '{"kty":"OKP","crv":"Ed25519","x":"abc"}'])(
    'is refused when it is none: %s',
    (text) => {
      expect(() => read(text)).toThrow('must be a public key as JWK');
    },
  );
});
