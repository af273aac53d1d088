import { expect, it } from 'vitest';
import { createUnderWay } from './under-way.ts';

it('whoever asks for the same meanwhile gets the same promise, and later another', async () => {
  const underWay = createUnderWay<number>();
  let made = 0;
  const make = async () => ++made;
  const [first, second] = [underWay.join('a', make), underWay.join('a', make)];
  expect(second).toBe(first);
  expect(await underWay.join('b', make)).toBe(2);
  expect(await first).toBe(1);
  expect(await underWay.join('a', make)).toBe(3);
});

it('a call that fails is not kept', async () => {
  const underWay = createUnderWay<number>();
  await expect(underWay.join('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await underWay.join('a', async () => 7)).toBe(7);
});

it('a call that throws before it begins is not kept either', async () => {
  const underWay = createUnderWay<number>();
  const fail = (): Promise<number> => {
    throw new Error('no');
  };
  expect(() => underWay.join('a', fail)).toThrow('no');
  expect(await underWay.join('a', async () => 7)).toBe(7);
});
