import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SystemName } from '../demo/city.ts';
import type { Fault } from '../demo/fault.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

const HOME = readFileSync(new URL('../schema/operations/home.graphql', import.meta.url), 'utf8');
let hub: TestHub;

beforeAll(async () => {
  // A system that hangs is waited for so long in each of its tests, and one that is well must answer within it on a busy machine.
  hub = await startTestHub({ timeoutMs: 1500 });
});
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

/** What each system answers for in Home, and under which code of the registry. */
const systems: readonly { system: SystemName; opd: string; fields: readonly string[] }[] = [
  { system: 'disdukcapil', opd: 'disdukcapil', fields: ['name', 'birthDate', 'address'] },
  { system: 'dpmptsp', opd: 'dpmptsp', fields: ['permits'] },
  { system: 'bpprd', opd: 'bpprd', fields: ['taxBills'] },
  { system: 'sikesal', opd: 'diskominfo', fields: ['complaints'] },
];

const faults: readonly { fault: Fault; code: string }[] = [
  { fault: { down: true }, code: 'OPD_UNAVAILABLE' },
  { fault: { hang: true }, code: 'OPD_UNAVAILABLE' },
  { fault: { html: 200 }, code: 'OPD_BAD_ANSWER' },
  { fault: { html: 502 }, code: 'OPD_UNAVAILABLE' },
  { fault: { truncated: true }, code: 'OPD_BAD_ANSWER' },
  { fault: { status500: true }, code: 'OPD_UNAVAILABLE' },
  { fault: { quota: true }, code: 'OPD_QUOTA' },
];

const cases = systems.flatMap((one) =>
  faults.map((other) => ({ ...one, ...other, name: `${one.system} with ${JSON.stringify(other.fault)}` })),
);

describe('one system at fault', () => {
  it.each(cases)(
    '$name: the others answer, its fields are null with $code and its OPD',
    async ({ system, opd, fields, fault, code }) => {
      const whole = await hub.ask(HOME, { citizen: 'demo' });
      hub.demo.city.systems[system].control.set(fault);
      const answer = await hub.ask(HOME, { citizen: 'demo' });
      const { me } = answer.data;
      expect(answer.status).toBe(200);
      for (const field of fields) expect(me[field]).toBeNull();
      const others = Object.keys(me).filter((field) => !fields.includes(field));
      for (const field of others) expect(withoutMoments(me[field])).toEqual(withoutMoments(whole.data.me[field]));
      expect(answer.errors.map(({ path }) => path?.join('.')).sort()).toEqual(
        fields.map((field) => `me.${field}`).sort(),
      );
      for (const { extensions } of answer.errors) {
        expect(extensions).toMatchObject({ code, opd });
        expect(extensions.pesan).toMatch(/^[A-Z].*\.$/);
      }
    },
  );

  it('only the timeline at fault leaves the permits', async () => {
    hub.demo.city.systems.dpmptsp.control.set({ status500: true, only: 'riwayat' });
    const answer = await hub.ask(HOME, { citizen: 'demo' });
    expect(answer.data.me.permits).toHaveLength(2);
    expect(answer.data.me.permits[0]).toMatchObject({ status: 'IN_PROCESS', timeline: null });
    // Further attempts come back in any order, and so do their errors.
    expect(answer.errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'me.permits.0.timeline',
      'me.permits.1.timeline',
    ]);
  });

  it('a session that is refused even after logging in again is given up, not tried for ever', async () => {
    const { control } = hub.demo.city.systems.dpmptsp;
    control.set({ expiredSession: 'always' });
    const answer = await hub.ask('{ me { permits { id } } }', { citizen: 'demo' });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'OPD_UNAVAILABLE', opd: 'dpmptsp' });
    expect(control.calls.cari).toBe(2);
  });

  it('PHP warnings before every answer disturb nothing', async () => {
    hub.demo.city.systems.dpmptsp.control.set({ warnings: 'always' });
    const answer = await hub.ask(HOME, { citizen: 'demo' });
    expect(answer.errors).toEqual([]);
    expect(answer.data.me.permits).toHaveLength(2);
  });

  it('a used-up daily quota says when to ask again', async () => {
    hub.demo.city.systems.disdukcapil.control.set({ quota: true });
    const answer = await hub.ask('{ me { name } }', { citizen: 'demo' });
    const { retryAfter } = answer.errors[0]?.extensions ?? {};
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(86_400);
  });

  it('all systems at fault still leave the citizen', async () => {
    for (const { control } of Object.values(hub.demo.city.systems)) control.set({ down: true });
    const answer = await hub.ask(HOME, { citizen: 'demo' });
    expect(answer.data.me).toMatchObject({
      nik: expect.stringMatching(/^157199/),
      name: null,
      permits: null,
      taxBills: null,
      complaints: null,
    });
    expect(new Set(answer.errors.map(({ extensions }) => extensions.opd))).toEqual(
      new Set(systems.map(({ opd }) => opd)),
    );
  });
});

describe('personal data', () => {
  it('reaches neither the log nor an error, whatever the systems answer', async () => {
    for (const { system, fault } of cases) {
      hub.demo.city.systems[system].control.set(fault);
      const answer = await hub.ask(HOME, { citizen: 'aneh' });
      const aneh = hub.demo.city.people.find(({ alias }) => alias === 'aneh');
      for (const secret of [aneh?.nik ?? '?', aneh?.name ?? '?', aneh?.name.toUpperCase() ?? '?']) {
        expect(JSON.stringify(answer.errors)).not.toContain(secret);
        expect(hub.logged.join('')).not.toContain(secret);
      }
      hub.demo.city.systems[system].control.reset();
    }
    expect(hub.logged.length).toBeGreaterThan(0);
    expect(hub.logged.join('')).not.toMatch(/\d{15}/);
  });
});

/** Moments differ from call to call. */
function withoutMoments(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'asOf' ? 'now' : inner)));
}
