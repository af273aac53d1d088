import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SystemName } from '../demo/city.ts';
import { findMariadbd } from '../demo/database/mariadb.ts';
import type { Fault } from '../demo/fault.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';

/** One query over eight OPDs. */
const EIGHT = `{
  me {
    name
    permits { id }
    taxBills { nop }
    complaints { id }
    inspectedVehicles { testNumber inspections { on passed } }
    waterConnections { number bills { month total } }
    clinicBookings { code clinic }
    jobSeekerCards { number status }
  }
}`;

/** What of it each system fills. */
const FIELDS: Readonly<Partial<Record<SystemName, string>>> = {
  disdukcapil: 'name',
  dpmptsp: 'permits',
  bpprd: 'taxBills',
  sikesal: 'complaints',
  dishub: 'inspectedVehicles',
  tirtamayang: 'waterConnections',
  simrs: 'clinicBookings',
  disnaker: 'jobSeekerCards',
};

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ databases: true, timeoutMs: 1500 });
}, 60_000);
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) {
    control.reset();
    // Told to be well: pages, warnings and throttling that come now and then have tests of their own.
    try {
      control.set({ warnings: 'never' });
    } catch {
      // A system that prints none.
    }
  }
});
afterAll(() => hub.stop());

const hasMariadb = findMariadbd() !== undefined;
const asked = (Object.keys(FIELDS) as SystemName[]).filter(
  (name) => hasMariadb || (name !== 'tirtamayang' && name !== 'simrs'),
);

describe('a citizen’s query over eight OPDs', () => {
  it('is answered by all of them', async () => {
    const { data, errors } = await hub.ask(EIGHT, { citizen: 'demo' });
    if (hasMariadb) expect(errors).toEqual([]);
    for (const name of asked) expect(data.me[FIELDS[name] ?? ''], name).not.toBeNull();
    for (const field of Object.values(FIELDS).filter((one) => one !== 'name'))
      if (data.me[field] !== null) expect(data.me[field].length, field).toBeGreaterThan(0);
  });

  it('with two of them down is answered by the other six', async () => {
    hub.demo.city.systems.dishub.control.set({ down: true });
    hub.demo.city.systems.dpmptsp.control.set({ down: true });
    const { data, errors } = await hub.ask(EIGHT, { citizen: 'demo' });
    for (const name of asked) {
      const isDown = name === 'dishub' || name === 'dpmptsp';
      expect(data.me[FIELDS[name] ?? ''] === null, name).toBe(isDown);
    }
    const down = errors.filter(({ extensions }) => ['dishub', 'dpmptsp'].includes(extensions.opd ?? ''));
    expect(down.map(({ extensions }) => extensions.code)).toEqual(['OPD_UNAVAILABLE', 'OPD_UNAVAILABLE']);
    expect(down.map(({ extensions }) => extensions.pesan).join()).toContain('Dinas Perhubungan');
  });
});

/** A field of each other system, and who has something there. */
const CASES: readonly (readonly [SystemName, string, string, readonly Fault[]])[] = [
  [
    'dishub',
    'demo',
    'me { inspectedVehicles { testNumber } }',
    [{ down: true }, { status500: true }, { html: 200 }, { truncated: true }, { hang: true }],
  ],
  [
    'disnaker',
    'demo',
    'me { jobSeekerCards { number } }',
    [{ down: true }, { status500: true }, { html: 502 }, { truncated: true }, { hang: true }, { quota: true }],
  ],
  [
    'sicantik',
    'demo',
    'me { licences { id terms { validUntil } } }',
    [{ down: true }, { status500: true }, { html: 200 }, { truncated: true }, { hang: true }, { quota: true }],
  ],
  [
    'oss',
    'demo',
    'me { businesses { nib name } }',
    [{ down: true }, { status500: true }, { html: 200 }, { truncated: true }, { hang: true }],
  ],
  [
    'rsud',
    'demo',
    'me { clinicBookings { code queue { ahead calling } } }',
    [{ down: true }, { status500: true }, { truncated: true }, { hang: true }],
  ],
  [
    'esakip',
    'demo',
    'opd(code: "dlh") { sakipEvaluation(year: 2024) { total components { name } } }',
    [{ down: true }, { status500: true }, { html: 200 }],
  ],
  [
    'bkpsdmd',
    'siti',
    'me { employment { name activities(month: "2026-10") { on } attendance(month: "2026-10") { on } } }',
    [{ down: true }, { hang: true }],
  ],
  ['tirtamayang', 'demo', 'me { waterConnections { number bills { total } } }', [{ down: true }, { hang: true }]],
  ['simrs', 'demo', 'me { clinicBookings { code } }', [{ down: true }, { hang: true }]],
  [
    'dinsos',
    'demo',
    'me { socialAid { decile programme period source { mode asOf } } }',
    [{ down: true }, { hang: true }],
  ],
];

const onMariadb = (name: SystemName) => ['tirtamayang', 'simrs', 'rsud'].includes(name);

describe.each(CASES.filter(([name]) => hasMariadb || !onMariadb(name)))('%s', (name, citizen, selection, faults) => {
  it.each(faults.map((fault) => [JSON.stringify(fault), fault] as const))(
    'in the fault %s is told as its OPD’s, and is well again after it',
    async (_text, fault) => {
      // A year of its own for what is kept for a while: e-SAKIP's answers are.
      hub.demo.city.systems[name].control.set(fault);
      const query = `{ ${selection.replace('2024', String(2022 + faults.indexOf(fault)))} }`;
      const ill = await hub.ask(query, { citizen });
      expect(ill.errors.length).toBeGreaterThan(0);
      for (const { extensions, message } of ill.errors) {
        expect(extensions.code).toMatch(/^OPD_(UNAVAILABLE|BAD_ANSWER|QUOTA)$/);
        expect(message).not.toMatch(/\d{16}/);
      }
      hub.demo.city.systems[name].control.reset();
      await expect
        .poll(async () => (await hub.ask(query, { citizen })).errors, { timeout: 15_000, interval: 300 })
        .toEqual([]);
    },
  );
});

describe('faults that a connector knows', () => {
  it('a hospital page of HTML now and then is asked for again', async () => {
    if (!hasMariadb) return;
    hub.demo.city.systems.rsud.control.set({ html: 200, only: 'sisa', times: 1 });
    const { errors } = await hub.ask('{ me { clinicBookings { code queue { ahead } } } }', { citizen: 'demo' });
    expect(errors).toEqual([]);
  });

  it('SPLP that throttles for a second is waited for', async () => {
    const { control } = hub.demo.city.systems.sicantik;
    control.set({ warnings: 'always', times: 1 });
    const { data, errors } = await hub.ask('{ me { licences { id } } }', { citizen: 'demo' });
    expect(errors).toEqual([]);
    expect(data.me.licences).toHaveLength(1);
    expect(control.calls.total).toBe(2);
  });

  it('SPLP that asks for a minute is not', async () => {
    const { control } = hub.demo.city.systems.sicantik;
    control.set({ quota: true, times: 1 });
    const { errors } = await hub.ask('{ me { licences { id } } }', { citizen: 'demo' });
    expect(errors.map(({ extensions }) => [extensions.code, extensions.retryAfter])).toEqual([['OPD_QUOTA', 60]]);
    expect(control.calls.total).toBe(1);
  });
});

describe('what is exported now and then', () => {
  it('says how old it is: the file’s time, not the question’s', async () => {
    const { data } = await hub.ask('{ me { socialAid { decile programme period source { mode asOf } } } }', {
      citizen: 'demo',
    });
    expect(data.me.socialAid).toEqual([
      {
        decile: 4,
        programme: 'PBI_JK',
        period: '2026-10',
        source: { mode: 'COPY', asOf: '2026-11-01T00:00:00+07:00' },
      },
    ]);
  });

  it('is found by the number that the export prints, for nobody but its owner', async () => {
    const PAYMENTS = '{ me { allowancePayments { nip month ceiling deductions net paidOn source { mode } } } }';
    const { data, errors } = await hub.ask(PAYMENTS, { citizen: 'siti' });
    expect(errors).toEqual([]);
    expect(data.me.allowancePayments.length).toBeGreaterThan(0);
    for (const { nip, ceiling, deductions, net, source } of data.me.allowancePayments) {
      expect(nip).toMatch(/^\d{18}$/);
      expect(source.mode).toBe('COPY');
      expect(net).toBeLessThanOrEqual(ceiling - deductions);
    }
    expect((await hub.ask(PAYMENTS, { citizen: 'demo' })).data.me.allowancePayments).toEqual([]);
  });
});

describe('what a citizen verifies of himself', () => {
  it('gives scores, and nothing of the register', async () => {
    const { data, text } = await hub.ask(
      '{ me { verifyIdentity(name: "Rahmat Syahputri", birthDate: "1990-07-10") { name birthDate } } }',
      { citizen: 'demo' },
    );
    expect(data.me.verifyIdentity).toEqual({ name: 94, birthDate: 100 });
    expect(text.toUpperCase()).not.toContain('SYAHPUTRA');
  });

  it('is never part of an address', async () => {
    const query = '{ me { verifyIdentity(name: "A", birthDate: "1990-07-10") { name } } }';
    const answer = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${await hub.tokenOf('demo')}` },
    });
    expect(await answer.text()).toContain('Personal data must not be part of an address');
  });
});
