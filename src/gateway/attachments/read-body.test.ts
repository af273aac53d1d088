import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const MEGABYTE = 1_048_576;

/** A body of so many megabytes, which counts what is asked of it. */
function makeBody(megabytes: number) {
  const taken = { megabytes: 0 };
  const chunks = function* () {
    for (; taken.megabytes < megabytes; ) {
      taken.megabytes++;
      yield Buffer.alloc(MEGABYTE, 1);
    }
  };
  return { body: Readable.from(chunks(), { objectMode: false, highWaterMark: MEGABYTE }), taken };
}

describe('a body', () => {
  it('is read whole up to the limit', async () => {
    expect((await readBody(makeBody(10).body, 10 * MEGABYTE))?.length).toBe(10 * MEGABYTE);
  });

  it('that is a little too large is read to its end, so that the answer is read too', async () => {
    const { body, taken } = makeBody(15);
    expect(await readBody(body, 10 * MEGABYTE)).toBeUndefined();
    expect(taken.megabytes).toBe(15);
    expect(body.readableEnded).toBe(true);
  });

  it('without end is not read for long', async () => {
    const { body, taken } = makeBody(Number.POSITIVE_INFINITY);
    expect(await readBody(body, 10 * MEGABYTE)).toBeUndefined();
    expect(taken.megabytes).toBeLessThan(35);
  });
});
