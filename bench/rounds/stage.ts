import type { RoundCounts } from '../command/round-options.ts';
import type { Contender } from '../contenders/contender.ts';
import { type CoreLayout, pin } from '../machine/cores.ts';
import type { RunningProcess } from '../process/start-process.ts';

/** What runs while rounds are measured. */
export interface Stage<Group extends string> {
  readonly options: RoundCounts;
  readonly contenders: readonly Contender<Group>[];
  readonly generator: RunningProcess<unknown>;
  readonly cores: CoreLayout;
  /** What every contender is sent. */
  readonly body: string;
}

/** Puts the gateway processes on their core and everything else, this process too, on the others. */
export function placeOnCores(
  cores: CoreLayout,
  contenders: readonly Contender<string>[],
  others: readonly RunningProcess<unknown>[],
): void {
  for (const pid of [process.pid, ...others.map((one) => one.pid)]) pin(cores, pid, cores.others);
  for (const { processes } of contenders) {
    for (const [group, listPids] of Object.entries(processes)) {
      for (const pid of listPids()) pin(cores, pid, group === 'gateway' ? cores.gateway : cores.others);
    }
  }
}
