import { expect, it } from 'vitest';
import { readHolder } from './read-holder.ts';

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

it('who is logged in is read of both tokens, and no number of his but the issuer’s name for him', () => {
  const access = jwt({ nik: '1571010203900001', roles: ['officer', 7], opd: 'dpmptsp', acr: 'substantial' });
  const holder = readHolder(access, { name: 'Petugas', acr: 'low', sub: 'kZ3x' });
  expect(holder).toEqual({ subject: 'kZ3x', name: 'Petugas', roles: ['officer'], opd: 'dpmptsp', acr: 'substantial' });
});

it.each([
  ['an access token that is none to read', 'opaque', { acr: 'high', roles: ['mayor'] }, ['mayor'], 'high'],
  ['claims of other shapes', jwt({ roles: 'mayor', opd: 1, acr: ['high'] }), { name: 7 }, [], 'low'],
  ['no claims at all', jwt({}), undefined, [], 'low'],
])('of %s only what is there is believed', (_case, token, claims, roles, acr) => {
  expect(readHolder(token, claims)).toEqual({ subject: undefined, name: undefined, roles, opd: undefined, acr });
});
