import type { Client } from 'pg';
import type { Clock } from '../../base/clock.ts';
import type { CompiledStream, StreamPosition } from '../../connector/index.ts';
import type { RunCounts, RunMode } from '../../ports/sync-control.ts';
import {
  beginRun,
  countSeen,
  createCopyKeys,
  createPageTables,
  type Database,
  fail,
  findInterruptedRun,
  getStreamRow,
  isPaused,
  type KeyRing,
  type RunRow,
  type StreamRow,
  saveDrift,
  saveProgress,
} from '../../store/index.ts';
import { applyPage, type PageScope } from './apply-page.ts';
import { type Columns, compareColumns, mergeColumns, readColumns } from './columns.ts';
import { describeFailure, RunFailure } from './describe-failure.ts';
import { endRun } from './end-run.ts';
import { inTransaction } from './in-transaction.ts';
import { judgeDrift, takesAway } from './judge-run.ts';
import { Leg } from './leg.ts';
import { noteChanges } from './note-changes.ts';
import type { RunContext } from './run-context.ts';
import { withStreamLock } from './with-stream-lock.ts';

export interface StreamRunner {
  readonly database: Database;
  readonly ring: KeyRing;
  readonly clock: Clock;
}

export interface RunOptions {
  readonly mode: RunMode;
  /** Aborted when the process ends: the run stops behind the page that it is at. */
  readonly signal?: AbortSignal;
  /** How many rows have been read. */
  onProgress?(counts: RunCounts, total: number | undefined): void;
}

export type RunOutcome =
  | {
      readonly state: 'succeeded';
      readonly mode: RunMode;
      readonly counts: RunCounts;
      readonly note: string | undefined;
    }
  /** Another worker is at it. */
  | { readonly state: 'overlapping' }
  /** Nothing is done until a person has looked. */
  | { readonly state: 'paused' }
  /** The process ends; another run goes on where this one stood. */
  | { readonly state: 'stopped' };

/**
 * Brings the copies of a stream up to date: a page and how far it is in one transaction, so that a run which is killed
 * goes on where it stood.
 * @throws HubError when the source, the database or the sums fail; what was written until then stays.
 */
export async function runStream(
  runner: StreamRunner,
  stream: CompiledStream,
  options: RunOptions,
): Promise<RunOutcome> {
  const outcome = await withStreamLock(runner.database, stream.id, (client) =>
    runLocked(runner, client, stream, options),
  );
  return outcome ?? { state: 'overlapping' };
}

async function runLocked(
  { ring, clock }: StreamRunner,
  client: Client,
  stream: CompiledStream,
  options: RunOptions,
): Promise<RunOutcome> {
  const keys = createCopyKeys(stream.id, stream.fingerprint, stream.isPersonal, ring);
  const row = await getStreamRow(client, stream.id, stream.fingerprint, keys.indexKeyId);
  if (row.state === 'paused' || (row.state === 'needsAttention' && !row.allowShrink)) return { state: 'paused' };
  await createPageTables(client);
  const isRekeyed = stream.isPersonal && row.isComplete && row.indexKeyId !== keys.indexKeyId;
  const isStale = row.needsSweep || isRekeyed || row.fingerprint !== stream.fingerprint;
  const mode = isStale || !stream.hasChanges ? 'sweep' : options.mode;
  let run: RunRow | undefined;
  try {
    run = await openRun(client, row, mode, stream.fingerprint, clock.now());
    const notesSeen = mode === 'sweep' && row.isComplete;
    const context: RunContext = { client, stream, row, run, keys, isRekeyed, notesSeen, clock };
    return await readAll(context, ring, options);
  } catch (error) {
    const isOver = error instanceof RunFailure;
    const state = error instanceof RunFailure ? error.state : 'failing';
    const failure = { state, reason: describeFailure(error), isOver, nowMs: clock.now() };
    // What cannot be written down, because the database is away, is told by the job that fails.
    await fail(client, row.id, run?.id, failure).catch(() => undefined);
    throw error;
  }
}

/** Goes on with a run that was killed, unless what it has seen was lost with the server. */
async function openRun(
  client: Client,
  row: StreamRow,
  mode: RunMode,
  fingerprint: string,
  nowMs: number,
): Promise<RunRow> {
  const interrupted = await findInterruptedRun(client, row.id, mode, fingerprint);
  if (interrupted && (await countSeen(client, interrupted.id)) === interrupted.seen) return interrupted;
  return beginRun(client, row.id, mode, fingerprint, nowMs);
}

async function readAll(context: RunContext, ring: KeyRing, { signal, onProgress }: RunOptions): Promise<RunOutcome> {
  const { client, stream, row, run, keys, notesSeen, clock } = context;
  const kept = run.position ?? (run.mode === 'changes' ? row.position : undefined);
  const reading = stream.open((keys.openPosition(kept) ?? undefined) as StreamPosition | undefined);
  const leg = new Leg(run);
  const isFirstLoad = !row.isComplete && run.mode === 'sweep';
  const scope: Omit<PageScope, 'nowMs'> = {
    client,
    stream,
    streamId: row.id,
    run: run.id,
    keys,
    ring,
    isFirstLoad,
    notesSeen,
  };
  let { columns } = row;
  let note: string | undefined;
  // The next page comes while this one is written.
  let coming = reading.next();
  for (;;) {
    const page = await coming;
    if (leg.pages === 0) {
      const now = readColumns(page.rows);
      await keepDrift(context, now);
      note = judgeDrift(columns, now, stream.columns, stream.onDrift);
      columns = page.rows.length > 0 ? mergeColumns(columns ?? {}, now) : columns;
    }
    const hasNext = reading.hasNext();
    if (hasNext) {
      coming = reading.next();
      coming.catch(() => undefined);
    }
    await inTransaction(client, async () => {
      const counts = await applyPage({ ...scope, nowMs: clock.now() }, page, leg.counts.read + 1);
      leg.add(counts, page);
      await saveProgress(client, run.id, leg.counts, leg.seen, page.position && keys.sealPosition(page.position));
    });
    onProgress?.(leg.counts, leg.total);
    if (!hasNext) break;
    if (signal?.aborted) return { state: 'stopped' };
    if (await isPaused(client, row.id)) return { state: 'paused' };
  }
  const counts = await endRun(context, leg, columns);
  return { state: 'succeeded', mode: run.mode, counts, note };
}

/** Keeps what is new about the source's columns before the run is stopped for it, or goes on. */
async function keepDrift({ client, stream, row, clock }: RunContext, now: Columns): Promise<void> {
  const isPaused = stream.onDrift === 'pause' && takesAway(compareColumns(row.columns ?? {}, now), stream.columns);
  const drift = noteChanges(row.drift, row.columns, now, { sinceMs: clock.now(), isPaused });
  if (drift) await saveDrift(client, row.id, drift);
}
