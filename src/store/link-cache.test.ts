import { describe, expect, it } from 'vitest';
import { createLinkCache } from './link-cache.ts';

function openCache(maxEntries = 10) {
  const clock = { time: 0, now: () => clock.time };
  const cache = createLinkCache({ maxEntries, maxAgeMs: 1000, clock });
  cache.switchTo(true);
  return { cache, clock };
}

describe('the cache of links', () => {
  it('keeps an answer until it is too old', () => {
    const { cache, clock } = openCache();
    cache.keep('a', ['1'], cache.epoch());
    clock.time = 999;
    expect(cache.find('a')).toEqual(['1']);
    clock.time = 1000;
    expect(cache.find('a')).toBeUndefined();
  });

  it('drops the oldest answer when it is full', () => {
    const { cache } = openCache(2);
    for (const key of ['a', 'b', 'c']) cache.keep(key, [key], cache.epoch());
    expect(['a', 'b', 'c'].map((key) => cache.find(key)?.[0])).toEqual([undefined, 'b', 'c']);
  });

  it('refuses an answer that was read before something changed', () => {
    const { cache } = openCache();
    const before = cache.epoch();
    cache.forget('a');
    cache.keep('a', ['old'], before);
    expect(cache.find('a')).toBeUndefined();
  });

  it('forgets one, or all', () => {
    const { cache } = openCache();
    for (const key of ['a', 'b']) cache.keep(key, [key], cache.epoch());
    cache.forget('a');
    expect([cache.find('a'), cache.find('b')]).toEqual([undefined, ['b']]);
    cache.forgetAll();
    expect(cache.find('b')).toBeUndefined();
  });

  it('keeps nothing while it cannot hear of changes', () => {
    const { cache } = openCache();
    cache.keep('a', ['1'], cache.epoch());
    cache.switchTo(false);
    expect(cache.find('a')).toBeUndefined();
    cache.keep('a', ['1'], cache.epoch());
    expect(cache.find('a')).toBeUndefined();
  });
});
