import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncStreams } from './support/sync-city.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ timeoutMs: 1000, jobs: true });
});
beforeEach(() => hub.demo.city.systems.esakip.control.reset());
afterAll(() => hub.stop());

const FIGURE = 'quarter achievement difference points predicate formula missing rule { isDefault }';
const RECOMPUTED = `recomputed { byApplication { ${FIGURE} } byRegulation { ${FIGURE} } }`;
const SCORE = 'total predicate difference missing remarks weights { source isDefault }';

async function askSakip(opd: string, year: number, fields: string) {
  const { data, errors } = await hub.ask(`{ opd(code: "${opd}") { sakip(year: ${year}) { ${fields} } } }`);
  expect(data, JSON.stringify(errors)).toBeDefined();
  return { sakip: data.opd.sakip, errors };
}

describe('the documents of an OPD in a year', () => {
  it('are all five kinds in one field, each whether it is missing', async () => {
    const { sakip, errors } = await askSakip(
      'dlh',
      2025,
      'opd { code } year documents { kind isMissing documents { title file publishedOn isAmendment } }',
    );
    expect(errors).toEqual([]);
    const { documents } = sakip;
    expect(documents.map(({ kind, isMissing }: { kind: string; isMissing: boolean }) => [kind, isMissing])).toEqual([
      ['RENSTRA', false],
      ['IKU', false],
      ['PERJANJIAN_KINERJA', false],
      ['RENCANA_AKSI', false],
      ['LKJIP', false],
    ]);
    expect(documents[0].documents[0].file).toMatch(/^https:/);
  });

  it('say so where they are missing', async () => {
    const { sakip } = await askSakip('dinsos', 2024, 'documents { kind isMissing documents { file } }');
    expect(sakip.documents).toEqual(
      ['RENSTRA', 'IKU', 'PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'LKJIP'].map((kind) => ({
        kind,
        isMissing: true,
        documents: [],
      })),
    );
  });

  it('are with the predecessor for a year before the OPD', async () => {
    const { sakip } = await askSakip('bpprd', 2016, 'opd { code } documents { kind isMissing documents { period } }');
    expect(sakip.opd.code).toBe('dispenda');
    const agreement = sakip.documents.find(({ kind }: { kind: string }) => kind === 'PERJANJIAN_KINERJA');
    expect(agreement).toMatchObject({ isMissing: false });
    expect(agreement.documents[0].period).toBe('2016');
  });
});

describe('indicators', () => {
  it('have what was reported beside what either formula gives', async () => {
    const { sakip, errors } = await askSakip(
      'dinkes',
      2025,
      `indicators { name formula reportedAchievement budget spent quarter4 { target realisation } ${RECOMPUTED} }`,
    );
    expect(errors).toEqual([]);
    const { indicators } = sakip;
    const stunting = indicators.find(({ formula }: { formula: string }) => formula === 'DECREASING');
    const [target, real] = [stunting.quarter4.target, stunting.quarter4.realisation].map((text: string) =>
      Number(text.replace(',', '.')),
    ) as [number, number];
    const { byApplication, byRegulation } = stunting.recomputed;
    expect(byApplication).toMatchObject({ difference: 0, missing: [], rule: { isDefault: true } });
    expect(byApplication.achievement).toBe(stunting.reportedAchievement);
    expect(byApplication.achievement).toBeCloseTo(((target - real) / target) * 100, 2);
    expect(byRegulation.achievement).toBeCloseTo(((2 * target - real) / target) * 100, 2);
    expect(byRegulation.difference).toBeCloseTo(100, 5);
    expect(byRegulation.formula).toMatch(/^\(2T − R\) ÷ T × 100 = \(2 × /);
    expect(stunting.budget).toBeGreaterThan(stunting.spent);
  });

  it('that are typed by hand differ from their own formula, and both figures stay', async () => {
    const { sakip } = await askSakip('dishub', 2025, `indicators { targetText reportedAchievement ${RECOMPUTED} }`);
    const numeric = sakip.indicators.filter(({ targetText }: { targetText: string | null }) => targetText === null);
    expect(numeric).toHaveLength(2);
    for (const { reportedAchievement, recomputed } of numeric) {
      // Its people add 7.5 to what the formula gives.
      expect(recomputed.byApplication.difference).toBe(-7.5);
      expect(recomputed.byApplication.achievement).toBeCloseTo(reportedAchievement - 7.5, 2);
    }
  });

  it('without numbers are incomplete and never zero', async () => {
    const { sakip } = await askSakip('dinkes', 2025, `indicators { targetText ${RECOMPUTED} }`);
    const graded = sakip.indicators.find(({ targetText }: { targetText: string | null }) => targetText !== null);
    for (const one of Object.values(graded.recomputed))
      expect(one).toMatchObject({ achievement: null, difference: null, points: null, predicate: null });
    expect(graded.recomputed.byRegulation.missing).toEqual(['target bukan angka', 'realisasi triwulan 4 bukan angka']);
  });

  it('have each quarter recomputed', async () => {
    const { sakip } = await askSakip(
      'dinkes',
      2026,
      `indicators { targetText quarter1 { achievement } recomputedQuarters { ${FIGURE} } }`,
    );
    const [first] = sakip.indicators.filter(({ targetText }: { targetText: string | null }) => targetText === null);
    expect(first.recomputedQuarters.map(({ quarter }: { quarter: number }) => quarter)).toEqual([1, 2, 3, 4]);
    expect(first.recomputedQuarters[0]).toMatchObject({ difference: 0, achievement: first.quarter1.achievement });
    // The fourth quarter of this year is not reported yet.
    expect(first.recomputedQuarters[3]).toMatchObject({ achievement: null, missing: ['realisasi belum diisi'] });
  });

  it('serve each other, and the city’s', async () => {
    const node = 'id name level servesOutside';
    const { sakip, errors } = await askSakip(
      'bkpsdmd',
      2025,
      `cascade { ${node} servedBy { ${node} servedBy { ${node} } } } indicators { id parentId parent { name } }`,
    );
    expect(errors).toEqual([]);
    const [objective, graded] = sakip.cascade;
    expect(objective).toMatchObject({
      name: 'Indeks Profesionalitas ASN',
      level: 'OBJECTIVE',
      servesOutside: '125006',
    });
    expect(objective.servedBy[0]).toMatchObject({ level: 'PROGRAMME', servesOutside: null });
    expect(objective.servedBy[0].servedBy[0]).toMatchObject({ level: 'ACTIVITY', servesOutside: null });
    expect(graded.name).toBe('Predikat SAKIP perangkat daerah');
    const [top] = sakip.indicators;
    expect(top.parent.name).toBe('Indeks Reformasi Birokrasi');
  });

  it('whose parent leads nowhere stand at the top and name it', async () => {
    const { sakip } = await askSakip(
      'satpolpp',
      2025,
      'cascade { servesOutside servedBy { id } } indicators { parentId parent { id } }',
    );
    expect(sakip.cascade).toHaveLength(3);
    expect(sakip.cascade[1].servesOutside).toBe('1824001');
    expect(sakip.indicators[1]).toEqual({ parentId: '1824001', parent: null });
  });
});

describe('the evaluation', () => {
  it('has its total recomputed from components and from the worksheet', async () => {
    const { sakip, errors } = await askSakip(
      'dlh',
      2025,
      `evaluation { total predicate recomputed { ${SCORE} } recomputedFromCriteria { ${SCORE} } }`,
    );
    expect(errors).toEqual([]);
    const { total, predicate, recomputed, recomputedFromCriteria } = sakip.evaluation;
    expect(recomputed).toEqual({
      ...{ total, predicate, difference: 0, missing: [], remarks: [] },
      weights: { source: 'PermenPANRB 88/2021 (t-SEMAR criteria.ts)', isDefault: true },
    });
    expect(recomputedFromCriteria).toMatchObject({ total, difference: 0 });
  });

  it('whose worksheet was changed later shows both', async () => {
    const { sakip } = await askSakip(
      'disnaker',
      2025,
      `evaluation { total recomputed { total } recomputedFromCriteria { total difference missing } }`,
    );
    const { total, recomputed, recomputedFromCriteria } = sakip.evaluation;
    expect(recomputed.total).toBe(total);
    expect(recomputedFromCriteria.missing).toEqual([]);
    expect(recomputedFromCriteria.difference).not.toBe(0);
    expect(recomputedFromCriteria.total).not.toBe(total);
  });

  it('of a year that is not evaluated yet is null', async () => {
    const { sakip, errors } = await askSakip('dlh', 2026, 'evaluation { total recomputed { total } }');
    expect([sakip.evaluation, errors]).toEqual([null, []]);
  });

  it('is recomputed on the older field too', async () => {
    const { data, errors } = await hub.ask(
      '{ opd(code: "dlh") { sakipEvaluation(year: 2024) { total recomputed { total } } sakipIndicators(year: 2024) { name recomputed { byApplication { difference } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.opd.sakipEvaluation.recomputed.total).toBe(data.opd.sakipEvaluation.total);
    expect(data.opd.sakipIndicators[0].recomputed).toEqual({ byApplication: { difference: 0 } });
  });
});

describe('the city itself', () => {
  it('has ten indicators until 2024 and nine since, each recomputed, and an evaluation', async () => {
    const { data, errors } = await hub.ask(`{
      before: cityIndicators(year: 2024) { name }
      cityIndicators(year: 2025) { name formula reportedAchievement recomputed { byApplication { difference } } }
      cityEvaluation(year: 2025) { total recomputed { total } recomputedFromCriteria { difference } }
    }`);
    expect(errors).toEqual([]);
    expect([data.before.length, data.cityIndicators.length]).toEqual([10, 9]);
    for (const { recomputed } of data.cityIndicators) expect(recomputed.byApplication.difference).toBe(0);
    expect(data.cityEvaluation.recomputed.total).toBe(data.cityEvaluation.total);
    expect(data.cityEvaluation.recomputedFromCriteria.difference).toBe(0);
  });
});

describe('the trend', () => {
  const TREND = `{ opds { code sakipTrend(from: 2023, to: 2025) {
    year opd { code } total predicate recomputedTotal recomputedPredicate difference missing isDefault change source { mode system }
  } } }`;

  it('is unknown before the first copy, then there for all OPDs without a call to e-SAKIP', async () => {
    const before = await hub.ask(TREND);
    expect(before.data.opds.map(({ sakipTrend }: { sakipTrend: unknown }) => sakipTrend)).toEqual(
      before.data.opds.map(() => null),
    );
    await syncStreams(hub, 'bag-organisasi/esakip/SakipResult');
    hub.demo.city.systems.esakip.control.reset();
    const { data, errors } = await hub.ask(TREND);
    expect(errors).toEqual([]);
    expect(hub.demo.city.systems.esakip.control.calls.total).toBe(0);
    const trendOf = (code: string) => data.opds.find((one: { code: string }) => one.code === code).sakipTrend;
    // Its number in e-SAKIP changed in 2024.
    expect(trendOf('diskominfo').map(({ year }: { year: number }) => year)).toEqual([2023, 2024, 2025]);
    const [first, second] = trendOf('dlh');
    expect(first).toMatchObject({
      ...{ year: 2023, opd: { code: 'dlh' }, difference: 0, missing: [], isDefault: true, change: null },
      source: { mode: 'COPY', system: 'esakip' },
    });
    expect(first.recomputedTotal).toBe(first.total);
    expect(second.change).toBeCloseTo(second.total - first.total, 2);
    // e-SAKIP does not know the hospital.
    expect(trendOf('rsud')).toEqual([]);
  });

  it('is refused for a span that is none', async () => {
    const { errors } = await hub.ask('{ opd(code: "dlh") { sakipTrend(from: 2025, to: 2020) { year } } }');
    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

// Last, because the hub then leaves e-SAKIP alone for a while.
describe('while e-SAKIP does not answer', () => {
  it('documents are unknown, and not missing', async () => {
    hub.demo.city.systems.esakip.control.set({ status500: true });
    const { sakip, errors } = await askSakip('pupr', 2023, 'opd { name } documents { kind isMissing }');
    expect(sakip.opd.name).toBe('Dinas Pekerjaan Umum dan Penataan Ruang');
    expect(sakip.documents.map((one: { isMissing: boolean | null }) => one.isMissing)).toEqual(Array(5).fill(null));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ extensions }) => extensions?.opd === 'bag-organisasi')).toBe(true);
  });
});
