import type { Contender, ContenderName } from '../contenders/contender.ts';
import type { LoadResult } from '../load/load-generator.ts';
import type { RunningProcess } from '../process/start-process.ts';
import type { UpstreamReply } from './city/upstream.ts';
import type { HomeGroup } from './home-group.ts';

export const SLOWED_BY_MS = 200;
/** Two answers one after the other, as a permit's steps need its number, and 50 ms for everything else. */
export const LATENCY_TARGET_MS = 450;
const ASKED_TIMES = 15;

/** The median latency of one Home at a time while every system answers 200 ms late. */
export async function checkLatency(
  contenders: readonly Contender<HomeGroup>[],
  generator: RunningProcess<unknown>,
  upstream: RunningProcess<unknown>,
  body: string,
): Promise<ReadonlyMap<ContenderName, number>> {
  await upstream.ask<UpstreamReply>({ delayMs: SLOWED_BY_MS });
  try {
    const medians = new Map<ContenderName, number>();
    for (const { name, url } of contenders) {
      const { p50Ms } = await generator.ask<LoadResult>({ url, bodies: [body], requests: ASKED_TIMES, connections: 1 });
      medians.set(name, p50Ms);
    }
    return medians;
  } finally {
    await upstream.ask<UpstreamReply>({ delayMs: 0 });
  }
}
