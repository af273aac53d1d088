import { expect, test } from 'vitest';
import { createPublicAddress } from './public-address.ts';

test.each([
  ['localhost:4000', 'http://localhost:4000'],
  ['127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['[::1]:4000', 'http://[::1]:4000'],
  ['localhost', 'http://localhost'],
  ['localhost.example:4000', undefined],
  ['127.0.0.1.example', undefined],
  ['hub.example', undefined],
  ['localhost:4000/x', undefined],
  ['localhost:4000@hub.example', undefined],
  ['', undefined],
])('without a setting, a request to %j comes back to %j', (host, address) => {
  expect(createPublicAddress(undefined)({ headers: { host } })).toBe(address);
});

test('the setting holds whatever host a request names', () => {
  expect(createPublicAddress('https://hub.example')({ headers: { host: 'elsewhere.example' } })).toBe(
    'https://hub.example',
  );
});
