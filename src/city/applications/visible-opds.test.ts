import { expect, it } from 'vitest';
import type { Mandate, OpenCase } from '../../identity/index.ts';
import { citizenCaller, mandateOf, staffCaller } from '../../identity/testing/callers.ts';
import { listVisibleOpds } from './visible-opds.ts';

const caseOf = (kind: OpenCase['kind'], opd?: string): Pick<Mandate, 'openCase'> => ({
  openCase: { id: '1', kind, nik: '1571990101900001', opd, purpose: 'p', basis: 'public-task', untilMs: 0 },
});
const citizen = (...scopes: string[]) => mandateOf(citizenCaller('1571990101900001', { scopes: new Set(scopes) }));

it.each<[string, Mandate, readonly string[] | undefined]>([
  ['a citizen in the city’s own application', citizen('citizen'), undefined],
  ['a citizen in one of a narrower scope', citizen('citizen.city', 'citizen.dpmptsp'), ['city', 'dpmptsp']],
  ['a citizen in one of the hub’s scope alone', citizen('citizen.city'), ['city']],
  ['an officer with a case of his OPD', mandateOf(staffCaller('officer', 'rsud'), caseOf('case', 'rsud')), ['rsud']],
  ['an officer without a case', mandateOf(staffCaller('officer', 'rsud')), ['']],
  ['break-glass', mandateOf(staffCaller('mayor'), caseOf('break-glass')), undefined],
  ['nobody', mandateOf({ kind: 'anonymous' }), []],
])('%s sees the applications of his agencies alone', (_who, mandate, opds) => {
  expect(listVisibleOpds(mandate)).toEqual(opds);
});
