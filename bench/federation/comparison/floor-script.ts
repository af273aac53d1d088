import type { RecordedCall } from '../subgraphs/stage-recorder.ts';

/** Where the floor finds its script. */
export const FLOOR_FILE = 'BENCH_FLOOR_FILE';

/** Everything that the hand-written server needs to know. */
export interface FloorScript {
  readonly origin: string;
  /** The calls of a query; those of one stage are made at the same time. */
  readonly stages: readonly (readonly RecordedCall[])[];
  readonly answer: unknown;
}
