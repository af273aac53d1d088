import type { RunningProcess } from '../process/start-process.ts';

export const contenderNames = ['floor', 'hub', 'hive', 'apollo'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** The process groups whose CPU time is told apart; only PostgreSQL's is not counted into a contender's total. */
export const processGroups = ['gateway', 'subgraphs', 'postgres'] as const;
export type ProcessGroup = (typeof processGroups)[number];

/** A running contender: something that answers Home at a URL. */
export interface Contender {
  readonly name: ContenderName;
  readonly url: string;
  readonly gateway: RunningProcess<unknown>;
  /** Its processes now; PostgreSQL's come and go. */
  listPids(group: ProcessGroup): readonly number[];
}

/** How each is called in the report. */
export const contenderTitles: Readonly<Record<ContenderName, string>> = {
  floor: 'hand-written server (floor)',
  hub: 'the hub',
  hive: 'Hive Gateway',
  apollo: 'Apollo Gateway',
};
