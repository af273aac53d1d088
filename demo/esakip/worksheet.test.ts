import { expect, test } from 'vitest';
import { AGENCIES } from './agencies.ts';
import { listWorksheet, writeEvaluation, writeRecap } from './evaluations.ts';
import { listIndicators } from './indicators.ts';
import { listAnswers, listSignedAnswers, scoreComponent } from './lke.ts';

const SEED = 1571;
const years = [2022, 2023, 2024, 2025];

test('answers that are all the best are worth the component’s weight, a half of each as many halves', () => {
  const answers = listSignedAnswers('dlh', 2025, SEED);
  const all = (answer: string) => answers.map((one) => ({ ...one, answer }));
  expect(scoreComponent('Perencanaan Kinerja', 30, all('A'))).toBe(30);
  expect(scoreComponent('Perencanaan Kinerja', 30, all('D'))).toBe(0);
  // 30 × 0.66
  expect(scoreComponent('Perencanaan Kinerja', 30, all('B'))).toBe(19.8);
});

test('the worksheet of one agency alone was changed after it had been signed', () => {
  const changed = AGENCIES.filter(
    ({ key }) => JSON.stringify(listAnswers(key, 2025, SEED)) !== JSON.stringify(listSignedAnswers(key, 2025, SEED)),
  );
  expect(changed.map(({ key }) => key)).toEqual(['disnaker']);
});

test('the recapitulation says what each evaluation says', () => {
  for (const agency of AGENCIES) {
    for (const year of years) {
      const [evaluation, recap] = [writeEvaluation(agency, year, SEED), writeRecap(agency, year, SEED)];
      expect(recap?.total).toBe(evaluation?.total);
      expect(recap?.predikat).toBe(evaluation?.predikat);
      expect(recap && [recap.nilai_perencanaan, recap.nilai_evaluasi]).toEqual(
        evaluation && [evaluation.komponen[0]?.nilai, evaluation.komponen[3]?.nilai],
      );
      expect(listWorksheet(agency, year, SEED)).toHaveLength(evaluation ? 32 : 0);
    }
  }
  expect(listWorksheet(AGENCIES[1] as (typeof AGENCIES)[0], 2026, SEED)).toEqual([]);
});

test('every parent of an indicator is an indicator of that year, but for one agency whose plan is a copy', () => {
  const ids = new Set(AGENCIES.flatMap((agency) => listIndicators(agency, 2025, SEED)).map(({ id }) => id));
  for (const { key, ...agency } of AGENCIES) {
    const rows = listIndicators({ key, ...agency }, 2025, SEED);
    const lost = rows.filter(({ induk_id }) => induk_id !== null && !ids.has(induk_id));
    expect(lost.length > 0, key).toBe(key === 'satpolpp');
  }
});
