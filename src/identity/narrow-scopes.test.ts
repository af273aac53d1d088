import { expect, it } from 'vitest';
import { narrowScopes } from './narrow-scopes.ts';

it.each<[string, string, string]>([
  ['citizen', 'citizen', 'citizen citizen.city'],
  ['citizen', 'citizen.bpprd', 'citizen.bpprd citizen.city'],
  ['citizen.bpprd', 'citizen', 'citizen.bpprd citizen.city'],
  ['citizen.bpprd citizen.dishub', 'citizen.bpprd', 'citizen.bpprd citizen.city'],
  ['citizen.dishub', 'citizen.bpprd', ''],
  ['citizen read', 'read write', 'read'],
  ['citizen', '', ''],
  ['', 'citizen', ''],
  ['citizenship', 'citizen', ''],
  ['citizen.city', 'citizen', 'citizen.city'],
])('a token of "%s" in an application of "%s" allows "%s"', (ofToken, ofApp, both) => {
  const set = (text: string) => new Set(text.split(' ').filter(Boolean));
  expect(narrowScopes(set(ofToken), set(ofApp))).toEqual(set(both));
});
