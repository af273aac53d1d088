import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventAnswers } from '../demo/skm/answers.ts';
import { startTestHub, type TestHub } from './support/start-test-hub.ts';
import { syncStreams } from './support/sync-city.ts';

const STREAM = 'bag-organisasi/skm/SurveyAnswer';
const FAULTY = ['SKM-2026-000007', 'SKM-2026-000011', 'SKM-2026-000017'];
const SURVEY =
  'survey(year: 2026) { year answers elements { element name mean } ikm grade missing asOf rule { source isDefault } }';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ jobs: true });
});
afterAll(() => hub.stop());

const askSurvey = async (opd: string) => (await hub.ask(`{ opd(code: "${opd}") { ${SURVEY} } }`)).data.opd.survey;

/** The same out of the forms, added up plainly. */
function addUp(unit: string) {
  const forms = inventAnswers(1571).filter((one) => one.unit === unit && !FAULTY.includes(one.number));
  const means = Array.from({ length: 9 }, (_, element) => {
    return forms.reduce((sum, { scores }) => sum + Number(scores[element]), 0) / forms.length;
  });
  return { answers: forms.length, means, ikm: (means.reduce((sum, mean) => sum + mean, 0) / 9) * 25 };
}

describe('the satisfaction survey', () => {
  it('is incomplete, and not zero, before it has been read', async () => {
    expect(await askSurvey('dpmptsp')).toMatchObject({ answers: 0, ikm: null, grade: null, asOf: null });
    expect((await askSurvey('dpmptsp')).missing[0]).toBe('jawaban survei');
  });

  it.each([
    ['dpmptsp', 'DPMPTSP / MPP'],
    ['dishub', 'Dishub UPTD PKB'],
    ['disdik', 'Disdik'],
    ['rsud', 'RSUD H. Abdul Manap'],
  ])('of %s comes to what its forms come to', async (opd, unit) => {
    await syncStreams(hub, STREAM);
    const { answers, means, ikm } = addUp(unit);
    const survey = await askSurvey(opd);
    expect(survey).toMatchObject({
      ...{ year: 2026, answers, missing: [] },
      rule: { source: 'PermenPANRB 14/2017', isDefault: false },
    });
    expect(survey.ikm).toBeCloseTo(ikm, 2);
    expect(survey.elements.map(({ element }: { element: string }) => element)).toEqual(
      means.map((_, index) => `U${index + 1}`),
    );
    for (const [index, { mean }] of survey.elements.entries()) {
      // Shown with two decimals.
      expect(Math.abs(mean - (means[index] ?? 0))).toBeLessThanOrEqual(0.00501);
    }
    expect(survey.asOf).toMatch(/^20/);
  });

  it('leaves answers that are none in quarantine, and counts one that was saved twice once', async () => {
    const { data } = await hub.ask(
      '{ opd(code: "bag-organisasi") { sync { stream rejected quarantine { field valueKind } } } }',
      {
        token: await hub.tokenOf('walikota'),
      },
    );
    const ofStream = data.opd.sync.find((one: { stream: string }) => one.stream === STREAM);
    expect(ofStream.rejected).toBe(FAULTY.length);
    expect(ofStream.quarantine).toEqual([
      { field: 'SurveyAnswer.u3', valueKind: 'kosong' },
      { field: 'SurveyAnswer.u7', valueKind: 'teks angka' },
      { field: 'SurveyAnswer.opd', valueKind: 'teks' },
    ]);
    // The thirteenth form is of the second unit.
    expect((await askSurvey('dpmptsp')).answers).toBe(addUp('DPMPTSP / MPP').answers);
  });

  it('is the mayor’s figure too', async () => {
    const { data, errors } = await hub.ask(
      '{ city(on: "2026-11-24") { opds(codes: ["dpmptsp"]) { ikm { value grade answers } } } }',
      { token: await hub.tokenOf('walikota') },
    );
    expect(errors).toEqual([]);
    const survey = await askSurvey('dpmptsp');
    expect(data.city.opds[0].ikm).toEqual({ value: survey.ikm, grade: survey.grade, answers: survey.answers });
  });

  it('of another year has no answers', async () => {
    const { data } = await hub.ask('{ opd(code: "dpmptsp") { survey(year: 2024) { answers ikm missing } } }');
    expect(data.opd.survey).toEqual({ answers: 0, ikm: null, missing: ['jawaban survei'] });
  });
});
