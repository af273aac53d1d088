import { beforeEach, describe, expect, it } from 'vitest';
import { HubError } from '../base/hub-error.ts';
import type { AppRegistry, RegisteredApp } from '../ports/app-registry.ts';
import { type AppAdmission, createAppAdmission } from './admit-app.ts';
import { anonymous, type KnownCaller } from './caller.ts';
import { applicationCaller, citizenCaller, staffCaller } from './testing/callers.ts';

const NIK = '1571991007900001';
const APP: RegisteredApp = {
  id: 'test-app',
  name: 'Test',
  owner: 'Test',
  party: 'city',
  scopes: new Set(['citizen.bpprd']),
  purposes: ['pajak'],
  redirectUris: [],
  origins: [],
  perMinute: 60,
  hasSecret: false,
};
const KINDS: readonly [string, KnownCaller][] = [
  ['a citizen', citizenCaller(NIK)],
  ['somebody in office', staffCaller('officer', 'bpprd')],
  ['an application', applicationCaller()],
];

let nowMs: number;
let apps: Map<string, RegisteredApp>;
let admission: AppAdmission;
beforeEach(() => {
  nowMs = 0;
  apps = new Map([[APP.id, APP]]);
  const registry: AppRegistry = {
    find: (id) => apps.get(id),
    listOrigins: () => new Set(),
    checkSecret: async () => false,
  };
  admission = createAppAdmission(registry, { now: () => nowMs });
});

function refusalOf(caller: KnownCaller, purpose?: string | string[]): HubError {
  try {
    admission.admit(caller, purpose);
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
  throw new Error('was admitted');
}

describe.each(KINDS)('%s', (_name, caller) => {
  it('of an application that is not registered, or no longer, is refused', () => {
    admission.admit(caller, undefined);
    apps.clear();
    expect(refusalOf(caller)).toMatchObject({ code: 'APP_UNKNOWN', fix: expect.stringContaining('app add') });
  });

  it('comes for the application’s only purpose, or the one that it names', () => {
    expect(admission.admit(caller, undefined)).toMatchObject({ app: APP, purpose: 'pajak' });
    apps.set(APP.id, { ...APP, purposes: ['pajak', 'izin'] });
    expect(admission.admit(caller, 'izin').purpose).toBe('izin');
  });

  it.each([['iklan'], [''], [['pajak', 'pajak']]])(
    'for a purpose that is not the application’s is refused: %j',
    (purpose) => {
      const { code, message, fix } = refusalOf(caller, purpose);
      expect(code).toBe('PURPOSE_MISSING');
      expect(fix).toContain('pajak');
      expect(`${message}${fix}`).not.toContain('iklan');
    },
  );

  it('without a purpose where the application has several is refused', () => {
    apps.set(APP.id, { ...APP, purposes: ['pajak', 'izin'] });
    expect(refusalOf(caller)).toMatchObject({ code: 'PURPOSE_MISSING', fix: expect.stringContaining('pajak, izin') });
  });

  it('is one object for as long as the application stays as it is', () => {
    const first = admission.admit(caller, undefined).caller;
    expect(admission.admit(caller, undefined).caller).toBe(first);
    apps.set(APP.id, { ...APP, scopes: new Set(['citizen']) });
    expect(admission.admit(caller, undefined).caller).not.toBe(first);
  });
});

it('a caller keeps of his scopes those of the application, and what he is', () => {
  const { caller } = admission.admit(citizenCaller(NIK, { scopes: new Set(['citizen', 'read']) }), undefined);
  expect(caller).toEqual(citizenCaller(NIK, { scopes: new Set(['citizen.bpprd', 'citizen.city']) }));
});

it('nobody passes as he is, without any application', () => {
  apps.clear();
  expect(admission.admit(anonymous, 'iklan')).toEqual({ caller: anonymous, app: undefined, purpose: undefined });
});

describe('the rate of an application', () => {
  const ask = () => admission.admit(citizenCaller(NIK), undefined);

  it('allows a minute’s requests at once, then one for each share of the minute', () => {
    for (let n = 0; n < 60; n++) ask();
    expect(refusalOf(citizenCaller(NIK))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: 1,
      retryable: true,
    });
    nowMs += 1000;
    ask();
    expect(ask).toThrow();
    nowMs += 3_600_000;
    for (let n = 0; n < 60; n++) ask();
    expect(ask).toThrow();
  });

  it('counts each application alone, and says how long a slow one waits', () => {
    apps.set('slow', { ...APP, id: 'slow', perMinute: 1 });
    admission.admit(citizenCaller(NIK, { app: 'slow' }), undefined);
    expect(refusalOf(citizenCaller(NIK, { app: 'slow' }))).toMatchObject({ retryAfterSeconds: 60 });
    ask();
  });

  it('is not gained by a clock that goes back', () => {
    for (let n = 0; n < 60; n++) ask();
    nowMs -= 60_000;
    expect(ask).toThrow();
  });
});
