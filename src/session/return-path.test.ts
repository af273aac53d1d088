import { describe, expect, it } from 'vitest';
import { readReturnPath } from './return-path.ts';
import { ELSEWHERE } from './testing/elsewhere.ts';

describe('where a log-in leads back to', () => {
  it.each(['/', '/warga', '/warga/izin/12?tab=a&b=%2F%2Fx#bagian', '/kantor/', '/sessions', '/warga//x'])(
    'is a page of the hub: %s',
    (path) => {
      expect(readReturnPath(path)).toBe(path);
    },
  );

  it.each(ELSEWHERE)('is never elsewhere: %j', (text) => {
    expect(readReturnPath(text)).toBe('/');
  });

  it.each([[undefined], [null], [['/warga', '//evil.example']], [{}]])('is the start for %j', (value) => {
    expect(readReturnPath(value)).toBe('/');
  });
});
