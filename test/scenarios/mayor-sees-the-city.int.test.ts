import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listEmployees } from '../../demo/bkpsdmd/employees.ts';
import { listPayments } from '../../demo/bpkad/payments.ts';
import { inventPermits } from '../../demo/dpmptsp/invent-permits.ts';
import { isOpen } from '../../demo/dpmptsp/permit.ts';
import { AGENCIES } from '../../demo/esakip/agencies.ts';
import { writeEvaluation } from '../../demo/esakip/evaluations.ts';
import { inventLicences } from '../../demo/sicantik/invent-licences.ts';
import { readOperation } from '../support/read-operation.ts';
import { startCityStory } from '../support/start-city-story.ts';
import type { TestHub } from '../support/start-test-hub.ts';
import { syncStreams } from '../support/sync-city.ts';

const SEED = 1571;
const CITY_STATUS = readOperation('city-status');

let hub: TestHub;
beforeAll(async () => {
  hub = await startCityStory();
}, 120_000);
beforeEach(() => {
  for (const { control } of Object.values(hub.demo.city.systems)) control.reset();
});
afterAll(() => hub.stop());

interface Status {
  readonly opd: { readonly code: string };
  readonly name: string;
  readonly openApplications: number | null;
  readonly tpp: { readonly paid: number | null; readonly computed: number | null };
  readonly [figure: string]: unknown;
}

async function lookAtTheCity(variables: object = { on: '2026-11-24' }) {
  const { data, errors } = await hub.ask(CITY_STATUS, { citizen: 'walikota', variables: { ...variables } });
  expect(errors).toEqual([]);
  const opds: readonly Status[] = data.city.opds;
  const { totals, alerts } = data.city;
  return { opds, totals, alerts, of: (code: string) => opds.find(({ opd }) => opd.code === code) };
}

/** Applications on which DPMPTSP's two systems still have to decide. */
function countWaiting(): number {
  const { people } = hub.demo.city;
  const permits = inventPermits(people, SEED).filter(({ row }) => isOpen(row.sts));
  const licences = inventLicences(people, SEED).filter(({ row }) =>
    /^(Permohonan Baru|Proses Verifikasi)$/.test(row.status),
  );
  return permits.length + licences.length;
}

/** What SIMDA has paid for October, and what was left of it where e-Absen says so. */
function paidInOctober() {
  const employees = listEmployees(hub.demo.city.people, SEED);
  return listPayments(employees, SEED).filter(({ month }) => month === '2026-10');
}

describe('the mayor asks once how the city stands', () => {
  it('and is told of every agency what its own systems hold', async () => {
    const { opds, totals, of } = await lookAtTheCity();
    const { data } = await hub.ask('{ opds(on: "2026-11-24") { code } }');
    expect(opds.map(({ opd }) => opd.code).sort()).toEqual(data.opds.map(({ code }: { code: string }) => code).sort());

    expect(of('dpmptsp')?.openApplications).toBe(countWaiting());
    expect(totals.openApplications).toBe(countWaiting());

    for (const agency of AGENCIES.filter(({ key }) => !['kota', 'dispenda'].includes(key))) {
      const evaluation = writeEvaluation(agency, 2025, SEED);
      if (!evaluation) continue;
      const score = Number(evaluation.total.replace(',', '.'));
      expect(of(agency.key)?.sakip, agency.name).toEqual({ score, predicate: evaluation.predikat });
    }
  });

  it('and sees what was paid as allowances beside what attendance gives, as sums and nobody’s own', async () => {
    const paid = paidInOctober();
    const query = `{ city(on: "2026-11-24") { totals { tpp { paid computed discrepancy discrepancyCount incompleteCount }
      basis(of: TPP_PAID) { systems isDefault isComplete version } } } }`;
    const { data, errors, text } = await hub.ask(query, { citizen: 'walikota' });
    expect(errors).toEqual([]);
    const { tpp, basis } = data.city.totals;
    // No one of PUPR, whose treasurer ignores e-Absen, is among these forty people: both sums are the same.
    expect(tpp).toEqual({
      paid: paid.reduce((sum, { gross }) => sum + gross, 0),
      computed: paid.reduce((sum, { ceiling, deduction }) => sum + ceiling - deduction, 0),
      ...{ discrepancy: 0, discrepancyCount: 0 },
      incompleteCount: 0,
    });
    expect(basis).toMatchObject({
      systems: ['bpkad/simda', 'bkpsdmd/kepegawaian', 'hub'],
      isDefault: true,
      isComplete: true,
      version: expect.stringMatching(/2026-10$/),
    });
    const { of } = await lookAtTheCity();
    const teachers = paid.filter(({ employee }) => employee.satker.name.startsWith('SD Negeri'));
    expect(of('disdik')?.tpp.paid).toBe(teachers.reduce((sum, { gross }) => sum + gross, 0));
    for (const { employee } of paid) expect(text).not.toContain(employee.nip);
  });

  it('and reads in Indonesian what somebody should look at', async () => {
    const { alerts } = await lookAtTheCity();
    // siti paid 150,000 for a permit that is free, and somebody else 50,000 beyond the tariff.
    expect(alerts).toContainEqual({
      severity: 'SERIOUS',
      message: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu: 2 permohonan ditagih lebih dari tarif resmi.',
    });
  });

  it('and of a day in 2022 hears of 2022’s agencies', async () => {
    const { of } = await lookAtTheCity({ on: '2022-06-30' });
    expect(of('brida')).toBeUndefined();
    expect(of('dpmptsp')).toBeDefined();
  });
});

describe('on a bad day', () => {
  it('an agency whose system is down keeps its figures, with their age, and is seen not to answer', async () => {
    hub.demo.city.systems.dpmptsp.control.set({ down: true });
    await expect(syncStreams(hub, 'dpmptsp/perizinan/Permit')).rejects.toThrow(/dpmptsp/);
    const { data } = await hub.ask('{ me { permits { id source { mode } } } }', { citizen: 'siti' });
    expect(data.me.permits).toMatchObject([{ source: { mode: 'COPY' } }]);

    // Nobody has asked for this day yet, so nothing of it is kept from before.
    const { of } = await lookAtTheCity({ on: '2026-11-23' });
    expect(of('dpmptsp')).toMatchObject({
      ...{ openApplications: countWaiting(), overcharged: 2, medianDays: expect.any(Number) },
      sakip: { score: expect.any(Number) },
      freshness: { oldestAsOf: expect.stringMatching(/^2026-1[01]-\d\dT/) },
      health: { answering: 0, asked: 1 },
    });
    const { data: opened } = await hub.ask(
      '{ city(on: "2026-11-23") { opds(codes: ["dpmptsp"]) { basis(of: OPEN_APPLICATIONS) { systems asOf count isComplete } } } }',
      { citizen: 'walikota' },
    );
    expect(opened.city.opds[0].basis).toEqual({
      systems: ['dpmptsp/perizinan', 'dpmptsp/sicantik'],
      asOf: expect.stringMatching(/^2026-11-24T08:00:00/),
      count: expect.any(Number),
      isComplete: true,
    });
  });

  it.each(['siti', 'operator'])('%s who tries the mayor’s query is refused, and told so in words', async (citizen) => {
    const { data, errors } = await hub.ask(CITY_STATUS, { citizen });
    expect(data?.city ?? null).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      pesan: 'Anda tidak berhak melihat data ini.',
    });
  });
});
