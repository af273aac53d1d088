import { describe, expect, it } from 'vitest';
import { type AccessRule, createRulePlace, decideAccess } from './access-rule.ts';
import { anonymousMandate, type Mandate, type OpenCase } from './mandate.ts';
import { applicationCaller, citizenCaller, mandateOf, staffCaller } from './testing/callers.ts';

const MINE = '1571990101010001';
const THEIRS = '1571990101010002';
const openCase: OpenCase = {
  id: 'c',
  kind: 'case',
  nik: THEIRS,
  opd: 'rsud',
  purpose: 'izin',
  basis: 'public-task',
  untilMs: 1,
};

const policy = (...anyOf: string[][]): AccessRule => ({ kind: 'policy', anyOf });
const scopes = (...anyOf: string[][]): AccessRule => ({ kind: 'scopes', anyOf });
const citizen = mandateOf(citizenCaller(MINE, { scopes: new Set(['citizen', 'read']) }));
const unsure = mandateOf(citizenCaller(MINE, { assurance: 'low' }));
const officer = mandateOf(staffCaller('officer', 'rsud'), { openCase });
const breaksGlass = mandateOf(staffCaller('mayor'), { openCase: { ...openCase, kind: 'break-glass', opd: undefined } });
const owner = policy(['owner']);
const dealings = policy(['owner', 'direct']);
const ofOneOpd = mandateOf(citizenCaller(MINE, { scopes: new Set(['citizen.rsud', 'citizen.city']) }));
const sensitive = policy(['owner', 'substantial'], ['case']);

describe('access', () => {
  it.each<[string, AccessRule, Mandate, string | undefined, string]>([
    ['nobody is let in by any rule', owner, anonymousMandate, MINE, 'unauthenticated'],
    ['whoever is logged in is authenticated', { kind: 'authenticated' }, citizen, undefined, 'allowed'],
    ['an owner sees his own', owner, citizen, MINE, 'allowed'],
    ['an owner does not see another’s', owner, citizen, THEIRS, 'forbidden'],
    ['a record of nobody is nobody’s to see', owner, citizen, undefined, 'forbidden'],
    ['a policy list without any policy lets nobody in', policy(), citizen, MINE, 'forbidden'],
    ['an empty inner list lets nobody in', scopes([]), citizen, undefined, 'forbidden'],
    ['one of the alternatives is enough', scopes(['admin'], ['citizen']), citizen, undefined, 'allowed'],
    ['within an alternative all must hold', scopes(['citizen', 'admin']), citizen, undefined, 'forbidden'],
    ['within an alternative all hold', scopes(['citizen', 'read']), citizen, undefined, 'allowed'],
    ['sensitive data asks for a surer log-in', sensitive, unsure, MINE, 'unsure'],
    ['a surer log-in shows sensitive data', sensitive, citizen, MINE, 'allowed'],
    ['dealings with the hub show in an application of the city’s own', dealings, citizen, MINE, 'allowed'],
    ['one for some OPDs does not show them', dealings, ofOneOpd, MINE, 'forbidden'],
    [
      'somebody else’s does not show them, whatever was consented to',
      dealings,
      { ...citizen, basis: 'consent' },
      MINE,
      'forbidden',
    ],
    ['an officer sees none of them under a case', policy(['direct']), officer, THEIRS, 'forbidden'],
    ['another’s sensitive data is forbidden, not a matter of log-in', sensitive, unsure, THEIRS, 'forbidden'],
    [
      'an application without a scope shows nothing',
      owner,
      mandateOf(citizenCaller(MINE, { scopes: new Set() })),
      MINE,
      'forbidden',
    ],
    [
      'an application with the OPD’s scope shows its records',
      owner,
      mandateOf(citizenCaller(MINE, { scopes: new Set(['citizen.rsud']) })),
      MINE,
      'allowed',
    ],
    [
      'the scope of another OPD does not',
      owner,
      mandateOf(citizenCaller(MINE, { scopes: new Set(['citizen.dinsos']) })),
      MINE,
      'forbidden',
    ],
    ['an application of somebody else needs consent', owner, { ...citizen, isConsented: false }, MINE, 'unconsented'],
    [
      'without consent another’s records are forbidden all the same',
      owner,
      { ...citizen, isConsented: false },
      THEIRS,
      'forbidden',
    ],
    ['an officer sees his OPD’s records of the citizen of his case', sensitive, officer, THEIRS, 'allowed'],
    ['an officer does not see another citizen’s', sensitive, officer, MINE, 'forbidden'],
    [
      'an officer without a case sees nobody’s',
      sensitive,
      mandateOf(staffCaller('officer', 'rsud')),
      THEIRS,
      'forbidden',
    ],
    [
      'a case of another OPD shows nothing here',
      sensitive,
      mandateOf(staffCaller('officer', 'dinsos'), { openCase: { ...openCase, opd: 'dinsos' } }),
      THEIRS,
      'forbidden',
    ],
    ['a case where the rule does not speak of cases shows nothing', owner, officer, THEIRS, 'forbidden'],
    [
      'a case asks for a surer log-in',
      sensitive,
      mandateOf(staffCaller('officer', 'rsud', { assurance: 'low' }), { openCase }),
      THEIRS,
      'unsure',
    ],
    ['the mayor’s office sees no personal record', sensitive, mandateOf(staffCaller('mayor')), MINE, 'forbidden'],
    ['broken glass shows one person’s records of any OPD', sensitive, breaksGlass, THEIRS, 'allowed'],
    ['broken glass shows no other person’s', sensitive, breaksGlass, MINE, 'forbidden'],
    [
      'a citizen with a case of some kind is still a citizen',
      policy(['case']),
      mandateOf(citizenCaller(MINE), { openCase }),
      THEIRS,
      'forbidden',
    ],
    ['a program owns nothing', owner, mandateOf(applicationCaller()), MINE, 'forbidden'],
    ['a role is a role', policy(['mayor'], ['officer']), officer, undefined, 'allowed'],
    [
      'a scope is no role',
      policy(['mayor']),
      mandateOf(citizenCaller(MINE, { scopes: new Set(['mayor']) })),
      undefined,
      'forbidden',
    ],
  ])('%s', (_name, rule, who, whose, decision) => {
    expect(decideAccess(rule, who, whose, createRulePlace('rsud'))).toBe(decision);
  });

  it('of a case reaches the hub’s own field, which is the number the officer came with', () => {
    expect(decideAccess(policy(['case']), officer, THEIRS, createRulePlace('city'))).toBe('allowed');
  });
});
