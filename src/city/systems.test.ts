import { expect, it } from 'vitest';
import type { Caller } from '../identity/index.ts';
import { citizenCaller, staffCaller } from '../identity/testing/callers.ts';
import { listSystems } from './systems.ts';

const status = { listSystems: () => [] };

it.each([
  ['an officer of it', staffCaller('officer', 'dinsos')],
  ['the mayor’s office', staffCaller('mayor')],
  ['an operator', staffCaller('operator')],
])('an OPD’s systems are shown to %s', (_who, caller) => {
  expect(listSystems(status, 'dinsos', caller)).toEqual([]);
});

it.each([
  ['an officer of another', staffCaller('officer', 'dishub')],
  ['an officer of none', staffCaller('officer')],
  ['an auditor', staffCaller('auditor')],
  ['a citizen, whatever his scopes', citizenCaller('1571991007900001', { scopes: new Set(['mayor', 'officer']) })],
  ['nobody in particular', { kind: 'anonymous' }],
] as [string, Caller][])('an OPD’s systems are not shown to %s', (_who, caller) => {
  expect(() => listSystems(status, 'dinsos', caller)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
});
