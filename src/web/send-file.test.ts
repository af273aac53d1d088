import { expect, test } from 'vitest';
import { chooseEncoding } from './send-file.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['BR', 'br'],
  ['br;q=0.000, gzip; q=0', 'identity'],
  ['browser', 'identity'],
])('accept-encoding %j is answered in %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});
