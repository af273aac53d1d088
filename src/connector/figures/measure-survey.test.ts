import { describe, expect, it } from 'vitest';
import { measureSurvey } from './measure-survey.ts';

const answer = { opd: 'dpmptsp', service: '', on: '2026-10-05' };
const scores = [4, 3, 4, 4, 3, 4, 4, 3, 4];

describe('an answer of the satisfaction survey', () => {
  it('counts once, and each element by its score', () => {
    const sheet = measureSurvey({ ...answer, scores });
    expect(sheet?.measures.map(({ name, amount }) => [name, amount])).toEqual([
      ['survey', 1],
      ...scores.map((score, index) => [`u${index + 1}`, score]),
    ]);
    expect(sheet?.measures.every(({ day }) => day === '2026-10-05')).toBe(true);
  });

  it.each([
    ['eight elements', scores.slice(1)],
    ['ten', [...scores, 4]],
    ['one left out', [...scores.slice(1), Number.NaN]],
    ['a five', [5, ...scores.slice(1)]],
    ['a nought', [0, ...scores.slice(1)]],
    ['half a point', [3.5, ...scores.slice(1)]],
  ])('with %s counts nothing', (_what, wrong) => expect(measureSurvey({ ...answer, scores: wrong })).toBeUndefined());
});
