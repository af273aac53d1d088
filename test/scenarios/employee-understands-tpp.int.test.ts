import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../../demo/people/find-person.ts';
import { askAtDesk } from '../support/ask-at-desk.ts';
import { readOperation } from '../support/read-operation.ts';
import { startCityStory } from '../support/start-city-story.ts';
import type { TestHub } from '../support/start-test-hub.ts';

const MY_TPP = readOperation('my-tpp');
const OCTOBER = { month: '2026-10' };

let hub: TestHub;
beforeAll(async () => {
  hub = await startCityStory();
}, 120_000);
afterAll(() => hub.stop());

async function askAs(citizen: string, variables: Readonly<Record<string, unknown>> = OCTOBER, acr = 'substantial') {
  return hub.ask(MY_TPP, { token: await hub.tokenOf(citizen, { acr }), variables });
}

describe('siti, a teacher, asks why her allowance is what it is', () => {
  it('and sees each rupiah: what it is a share of, by which rule, and on what it rests', async () => {
    const { data, errors } = await askAs('siti');
    expect(errors).toEqual([]);
    const { tpp } = data.me;
    expect(tpp).toMatchObject({ state: 'COMPLETE', month: '2026-10', ceiling: 3_750_000, missing: [] });
    // 30 % of 3,750,000 = 1,125,000 for her work and as much for her behaviour, of which the review gives all (100 %);
    // 40 % = 1,500,000 for attendance, less 1 % of those = 15,000 for twelve minutes on 6 October: 3,735,000.
    expect(tpp.lines.map(({ base, percent, amount }: Line) => [base, percent, amount])).toEqual([
      [1_125_000, 100, 1_125_000],
      [1_125_000, 100, 1_125_000],
      [3_750_000, 40, 1_500_000],
      [1_500_000, -1, -15_000],
    ]);
    expect(tpp.amount).toBe(3_735_000);
    expect(tpp.amount).toBe(tpp.lines.reduce((sum: number, { amount }: Line) => sum + amount, 0));
    expect(tpp.lines.at(-1).evidence).toMatch(/12 menit/);
  });

  it('and that it is what BPKAD has paid her, when, and out of which copies the hub knows it', async () => {
    const { tpp } = (await askAs('siti')).data.me;
    expect(tpp).toMatchObject({ paid: 3_735_000, paidOn: '2026-10-30', discrepancy: 0 });
    expect(tpp.sources.map(({ opd, system }: Source) => `${opd}/${system}`)).toEqual(
      expect.arrayContaining(['bpkad/simda', 'bkpsdmd/kepegawaian']),
    );
  });

  it('and that the rule is the hub’s assumption and the sum a proposal that nobody has confirmed', async () => {
    const { tpp } = (await askAs('siti')).data.me;
    expect(tpp.rule).toMatchObject({ isDefault: true, source: expect.stringMatching(/Manado/) });
    expect(tpp.isConfirmed).toBe(false);
  });
});

describe('on a bad day', () => {
  it('a month that is not over says what is missing, and is not zero', async () => {
    const { data, errors } = await askAs('siti', { month: '2026-11' });
    expect(errors).toEqual([]);
    const { tpp } = data.me;
    expect(tpp).toMatchObject({ state: 'INCOMPLETE', amount: null, paid: null, discrepancy: null });
    expect(tpp.missing).toEqual(
      expect.arrayContaining([
        { input: 'MONTH', detail: 'Bulan 2026-11 belum berakhir' },
        { input: 'ATTENDANCE', detail: 'Tidak ada data kehadiran bulan 2026-11' },
      ]),
    );
  });

  it('she is asked for a surer log-in where hers is weak', async () => {
    const { data, errors } = await askAs('siti', OCTOBER, 'low');
    expect(data.me).toEqual({ tpp: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'ASSURANCE_TOO_LOW', pesan: expect.stringMatching(/masuk/i) });
  });

  it('somebody else sees nothing of hers: not a citizen, not the mayor, not another agency’s treasurer', async () => {
    expect((await askAs('demo')).data.me.tpp).toBeNull();
    const mayor = await hub.ask(MY_TPP, { citizen: 'walikota', variables: OCTOBER });
    expect(mayor.data?.me ?? null).toBeNull();
    const list = '{ opdAllowances(month: "2026-10") { entries { name amount } } }';
    const entriesOf = async (treasurer: string) =>
      (await askAtDesk(hub, treasurer, list, { purpose: 'pembayaran-tpp' })).data.opdAllowances.entries;
    const own = { name: findPerson('siti').name.toUpperCase(), amount: 3_735_000 };
    expect(await entriesOf('bendahara-disdik')).toContainEqual(own);
    expect(await entriesOf('bendahara-bpprd')).toEqual([]);
  });
});

interface Line {
  readonly base: number;
  readonly percent: number;
  readonly amount: number;
}

interface Source {
  readonly opd: string;
  readonly system: string;
}
