import type { RunningProcess } from '../process/start-process.ts';

export const contenderNames = ['floor', 'hub', 'hive', 'apollo'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A running contender: something that answers the bench's query at a URL. */
export interface Contender<Group extends string> {
  readonly name: ContenderName;
  readonly url: string;
  readonly gateway: RunningProcess<unknown>;
  /** Its processes now, by the groups whose CPU time is told apart; some come and go. */
  readonly processes: Readonly<Record<Group, () => readonly number[]>>;
}

/** How each is called in the report. */
export const contenderTitles: Readonly<Record<ContenderName, string>> = {
  floor: 'hand-written server (floor)',
  hub: 'the hub',
  hive: 'Hive Gateway',
  apollo: 'Apollo Gateway',
};
