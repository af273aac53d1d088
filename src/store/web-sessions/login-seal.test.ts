import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLoginSeal } from './login-seal.ts';

const ring = () => ({
  index: [{ id: 'i', key: randomBytes(32) }],
  data: [{ id: 'data-1', key: randomBytes(32) }],
});

describe('what travels with a log-in', () => {
  const keys = ring();
  const seal = createLoginSeal(keys);

  it('opens as it was, and shows nothing on the way', () => {
    const sealed = seal.seal('{"kembali":"/warga"}');
    expect(seal.open(sealed)).toBe('{"kembali":"/warga"}');
    expect(sealed).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('warga');
  });

  it('still opens after the keys have been rotated', () => {
    const sealed = seal.seal('x');
    const rotated = { ...keys, data: [{ id: 'data-2', key: randomBytes(32) }, ...keys.data] };
    expect(createLoginSeal(rotated).open(sealed)).toBe('x');
  });

  it.each([
    ['nothing', ''],
    ['a word', 'abc'],
    ['another hub’s', createLoginSeal(ring()).seal('x')],
    ['a changed one', `${seal.seal('x')}A`.replace(/\.(.)/, (_all, first: string) => `.${first === 'A' ? 'B' : 'A'}`)],
    ['one that is too long', `a.${'A'.repeat(9000)}`],
  ])('does not open: %s', (_case, text) => {
    expect(seal.open(text)).toBeUndefined();
  });
});
