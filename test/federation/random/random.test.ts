import { describe, expect, it } from 'vitest';
import { createSides, INVALID, type LinkKind, runSeed } from './run-seed.ts';

/** Give FEDERATION_SEED to run one seed again, FEDERATION_QUERIES to run more of them. */
const onlySeed = process.env.FEDERATION_SEED;
const total = Number(process.env.FEDERATION_QUERIES ?? 5000);
/** Compiling each operation to a function takes longer than running it once, so fewer queries go that way. */
const LOCAL_SHARE = 0.1;

async function runAll(kind: LinkKind, wanted: number, firstSeed: number): Promise<void> {
  const sides = createSides(kind);
  let valid = 0;
  for (let seed = firstSeed; valid < wanted; seed++) {
    const difference = await runSeed(sides, seed);
    if (difference === INVALID) continue;
    if (difference) expect.fail(difference);
    valid++;
  }
}

describe('random queries', () => {
  it.runIf(onlySeed)(`answers seed ${onlySeed} like one server`, () => runAll('remote', 1, Number(onlySeed)));
  it.skipIf(onlySeed)('answers like one server when the subgraphs are remote', { timeout: 120_000 }, () =>
    runAll('remote', Math.ceil(total * (1 - LOCAL_SHARE)), 1),
  );
  it.skipIf(onlySeed)('answers like one server when the subgraphs are local', { timeout: 120_000 }, () =>
    runAll('local', Math.ceil(total * LOCAL_SHARE), 1_000_000),
  );
});
