import type { Client } from 'pg';
import type { Clock } from '../../base/clock.ts';
import type { CompiledStream } from '../../connector/index.ts';
import type { CopyKeys, RunRow, StreamRow } from '../../store/index.ts';

/** A run under way and what it stands on. */
export interface RunContext {
  readonly client: Client;
  readonly stream: CompiledStream;
  readonly row: StreamRow;
  readonly run: RunRow;
  readonly keys: CopyKeys;
  readonly isRekeyed: boolean;
  readonly notesSeen: boolean;
  readonly clock: Clock;
}
