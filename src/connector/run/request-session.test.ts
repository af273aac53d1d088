import { expect, it } from 'vitest';
import { createSingleLoader, RequestSession } from './request-session.ts';

it('a session has one loader for each owner, and another session has others', () => {
  const [session, other] = [new RequestSession(), new RequestSession()];
  const [a, b] = [{}, {}];
  const create = () => createSingleLoader(async (key: string) => key, String);
  const first = session.loader(a, create);
  expect(session.loader(a, create)).toBe(first);
  expect(session.loader(b, create)).not.toBe(first);
  expect(other.loader(a, create)).not.toBe(first);
});

it('a single loader loads each key once, and a key that fails fails alone', async () => {
  const loaded: string[] = [];
  const loader = createSingleLoader(async (key: string) => {
    loaded.push(key);
    if (key === 'bad') throw new Error('bad');
    return key.toUpperCase();
  }, String);
  const all = await Promise.allSettled(['a', 'bad', 'a', 'b'].map((key) => loader.load(key)));
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['A', 'failed', 'A', 'B']);
  expect(loaded).toEqual(['a', 'bad', 'b']);
});
