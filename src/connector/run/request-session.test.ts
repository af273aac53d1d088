import { describe, expect, it } from 'vitest';
import { RequestSession } from './request-session.ts';

const [a, b] = [{ name: 'a' }, { name: 'b' }];

describe('a request’s session', () => {
  it('makes the call of one operation and key once, and another’s anew', async () => {
    const session = new RequestSession();
    let calls = 0;
    const call = async () => ++calls;
    const answers = [
      session.once(a, 'k', call),
      session.once(a, 'k', call),
      session.once(a, 'l', call),
      session.once(b, 'k', call),
    ];
    expect(await Promise.all(answers)).toEqual([1, 1, 2, 3]);
    expect(await new RequestSession().once(a, 'k', call)).toBe(4);
  });

  it('makes a failed call once too: the system has had its chance in this request', async () => {
    const session = new RequestSession();
    let calls = 0;
    const fail = async () => {
      calls++;
      throw new Error('down');
    };
    await expect(session.once(a, 'k', fail)).rejects.toThrow('down');
    await expect(session.once(a, 'k', fail)).rejects.toThrow('down');
    expect(calls).toBe(1);
  });

  it('sends keys that come together out together, each once', async () => {
    const session = new RequestSession();
    const batches: (readonly string[])[] = [];
    const loadAll = async (keys: readonly string[]) => {
      batches.push(keys);
      return keys.map((key) => key.toUpperCase());
    };
    const answers = ['x', 'y', 'x'].map((key) => session.batch(a, key, loadAll));
    expect(await Promise.all(answers)).toEqual(['X', 'Y', 'X']);
    expect(batches).toEqual([['x', 'y']]);
  });
});
