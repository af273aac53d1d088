import { expect, it } from 'vitest';
import type { Caller } from '../identity/index.ts';
import { listSystems } from './systems.ts';

const status = { listSystems: () => [] };
const known = { subject: 's', expiresMs: 0 };
const staff = (scope: string, opd?: string): Caller => ({ ...known, kind: 'staff', scopes: new Set([scope]), opd });

it.each([
  ['an officer of it', staff('officer', 'dinsos')],
  ['the mayor’s office', staff('mayor')],
])('an OPD’s systems are shown to %s', (_who, caller) => {
  expect(listSystems(status, 'dinsos', caller)).toEqual([]);
});

it.each([
  ['an officer of another', staff('officer', 'dishub')],
  ['an officer of none', staff('officer')],
  [
    'a citizen, whatever his scopes',
    { ...known, kind: 'citizen', nik: '1571991007900001', scopes: new Set(['mayor']) },
  ],
  ['nobody in particular', { kind: 'anonymous' }],
] as [string, Caller][])('an OPD’s systems are not shown to %s', (_who, caller) => {
  expect(() => listSystems(status, 'dinsos', caller)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
});
