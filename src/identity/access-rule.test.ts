import { describe, expect, it } from 'vitest';
import { type AccessRule, decideAccess } from './access-rule.ts';
import { anonymous, type Caller } from './caller.ts';

const caller: Caller = {
  kind: 'citizen',
  subject: 's',
  nik: '1571990101010001',
  scopes: new Set(['citizen', 'read']),
  expiresMs: 1,
};
const owner: AccessRule = { kind: 'policy', anyOf: [['owner']] };
const scopes = (...anyOf: string[][]): AccessRule => ({ kind: 'scopes', anyOf });

describe('access', () => {
  it.each<[string, AccessRule, Caller, string | undefined, string]>([
    ['nobody is let in by any rule', owner, anonymous, '1571990101010001', 'unauthenticated'],
    ['whoever is logged in is authenticated', { kind: 'authenticated' }, caller, undefined, 'allowed'],
    ['an owner sees his own', owner, caller, '1571990101010001', 'allowed'],
    ['an owner does not see another’s', owner, caller, '1571990101010002', 'forbidden'],
    ['a record of nobody is nobody’s to see', owner, caller, undefined, 'forbidden'],
    [
      'a policy list without any policy lets nobody in',
      { kind: 'policy', anyOf: [] },
      caller,
      '1571990101010001',
      'forbidden',
    ],
    ['an empty inner list lets nobody in', scopes([]), caller, undefined, 'forbidden'],
    ['one of the alternatives is enough', scopes(['admin'], ['citizen']), caller, undefined, 'allowed'],
    ['within an alternative all must hold', scopes(['citizen', 'admin']), caller, undefined, 'forbidden'],
    ['within an alternative all hold', scopes(['citizen', 'read']), caller, undefined, 'allowed'],
  ])('%s', (_name, rule, who, whose, decision) => {
    expect(decideAccess(rule, who, whose)).toBe(decision);
  });
});
