import { describe, expect, it } from 'vitest';
import { compare, getMeasure, type ShownMetric } from '../measures/measures.ts';
import { figures } from '../testing/figures.ts';
import { shade } from './heat.ts';

const shadeOf = (metric: ShownMetric, given: Parameters<typeof figures>[0], largest = 0) =>
  shade(getMeasure(metric), figures(given), largest);

describe('the shade of a figure', () => {
  it('is none where nothing is known', () => expect(shadeOf('IKM', {})).toBeUndefined());

  it.each([
    ['A', 0],
    ['B', 1],
    ['C', 3],
    ['D', 4],
  ])('of satisfaction goes by its grade: %s', (grade, heat) =>
    expect(shadeOf('IKM', { ikm: { value: 80, grade, answers: 1 } })).toBe(heat),
  );

  it.each([
    [1, 0],
    [0.91, 1],
    [0.8, 2],
    [0.5, 3],
    [0, 4],
  ])('of a share by how far it is from the whole: %f', (slaCompliance, heat) =>
    expect(shadeOf('SLA_COMPLIANCE', { slaCompliance })).toBe(heat),
  );

  it('of a count beside the largest, and nought is as it should be', () => {
    const shades = [0, 1, 10, 20].map((count) => shadeOf('OVERCHARGED', { overcharged: count }, 20));
    expect(shades).toEqual([0, 1, 2, 4]);
  });

  it('of days there is none', () => expect(shadeOf('MEDIAN_DAYS', { medianDays: 30 }, 30)).toBe(0));
});

describe('a change', () => {
  it('up is worse for what is overdue and better for satisfaction', () => {
    expect(compare(getMeasure('OVERDUE_APPLICATIONS'), 5, 1)).toMatchObject({ direction: 'worse', isUp: true, by: 4 });
    expect(compare(getMeasure('IKM'), 84, 80)).toMatchObject({ direction: 'better', isUp: true });
  });

  it('too small to speak of is none, and of what is not known there is no change', () => {
    expect(compare(getMeasure('IKM'), 84.03, 84)).toMatchObject({ direction: 'same' });
    expect(compare(getMeasure('IKM'), 84, null)).toBeUndefined();
  });
});
