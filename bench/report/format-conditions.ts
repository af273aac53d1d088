import type { RoundCounts } from '../command/round-options.ts';
import type { Machine } from '../machine/describe-machine.ts';

/** What the figures of rounds rest on. */
export interface Conditions {
  readonly machine: Machine;
  readonly isPinned: boolean;
  readonly options: RoundCounts;
}

/** A paragraph on how it was measured and where, with what is particular to the bench in the middle. */
export function formatConditions({ machine, options, isPinned }: Conditions, particular: string): string {
  return [
    `Medians of ${options.rounds} rounds of ${options.requests} requests over ${options.connections} connections,`,
    `${particular}.`,
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node};`,
    isPinned ? 'gateway alone on one core.' : 'not pinned: no taskset, or one core.',
  ].join(' ');
}
