import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const place = (...at: number[]) =>
  placeLabels(
    at.map((one) => ({ at: one })),
    10,
    [0, 100],
  ).map((one) => one.at);

describe('labels at the ends of lines', () => {
  it('stay where there is room', () => expect(place(10, 40, 90)).toEqual([10, 40, 90]));
  it('move apart where they would touch, from top to bottom', () => expect(place(42, 40)).toEqual([40, 50]));
  it('never leave the chart', () => expect(place(98, 99, 100)).toEqual([80, 90, 100]));
});
