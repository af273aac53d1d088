import type { Contender } from '../contenders/contender.ts';
import type { LoadOrder, LoadResult } from '../load/load-generator.ts';
import { busiestShare, type CoreLayout, readCoreTimes } from '../machine/cores.ts';
import { readCpuMs } from '../machine/cpu-time.ts';
import type { RunningProcess } from '../process/start-process.ts';

/** One round of one contender. */
export interface Round<Group extends string> {
  /** CPU milliseconds per request. */
  readonly cpuMs: Readonly<Record<Group, number>>;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requestsPerSecond: number;
  /** How busy the busiest core besides the gateway's was, from 0 to 1. */
  readonly otherCoresBusy: number;
}

/** Sends one round of requests to a contender and reads what it cost. */
export async function measureRound<Group extends string>(
  { url, processes }: Contender<Group>,
  generator: RunningProcess<unknown>,
  cores: CoreLayout,
  order: Omit<LoadOrder, 'url'>,
): Promise<Round<Group>> {
  const groups = Object.keys(processes) as Group[];
  const readAll = () => groups.map((group) => readCpuMs(processes[group]()));
  const coresBefore = readCoreTimes();
  const before = readAll();
  const result = await generator.ask<LoadResult>({ ...order, url });
  const after = readAll();
  const otherCoresBusy = busiestShare(coresBefore, readCoreTimes(), cores.others);
  const cpuMs = Object.fromEntries(
    groups.map((group, index) => [group, ((after[index] ?? 0) - (before[index] ?? 0)) / order.requests]),
  ) as Record<Group, number>;
  return {
    cpuMs,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    requestsPerSecond: (order.requests * 1000) / result.elapsedMs,
    otherCoresBusy,
  };
}
