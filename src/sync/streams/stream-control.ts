import { HubError } from '../../base/hub-error.ts';
import type { CompiledStream } from '../../connector/index.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { RunMode, StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import {
  allowShrink,
  createCopyKeys,
  getStreamRow,
  type KeptStatus,
  listKeptStatus,
  listQuarantine,
  listRuns,
  setStreamState,
  withStoreErrors,
} from '../../store/index.ts';
import { decideStaleAfterMs } from './decide-stale-after.ts';
import { replayStream } from './replay.ts';
import type { StreamRunner } from './run-stream.ts';
import { scheduleIdOf, streamJob, systemOf } from './stream-jobs.ts';

/** Creates what operators do with the streams. */
export function createStreamControl(
  runner: StreamRunner,
  streams: readonly CompiledStream[],
  jobs: Pick<Jobs, 'add' | 'findNextRunMs'>,
): SyncControl {
  const { database, clock, ring } = runner;
  const get = (id: string): CompiledStream => {
    const found = streams.find((one) => one.id === id);
    if (found) return found;
    const fix = `There are: ${streams.map((one) => one.id).join(', ')}.`;
    // Not what was asked for: whoever mistypes may have had a citizen's number at hand.
    throw new HubError('NOT_FOUND', 'There is no such stream.', { fix });
  };
  const add = (stream: CompiledStream, mode: RunMode) => jobs.add(streamJob(stream, mode));
  return {
    listStreams: () =>
      withStoreErrors(async () => {
        const kept = new Map((await listKeptStatus(database.pool)).map((one) => [one.name, one]));
        return Promise.all(
          streams.map(async (stream) =>
            asStatus(stream, kept.get(stream.id), clock.now(), await findNextRun(stream, jobs)),
          ),
        );
      }),
    run: async (id, mode, options = {}) => {
      const stream = get(id);
      await refuseStopped(runner, id, options.allowShrink ?? false);
      if (options.allowShrink) await withStoreErrors(() => allowShrink(database.pool, id));
      await add(stream, options.allowShrink ? 'sweep' : mode);
    },
    pause: (id) =>
      withStoreErrors(async () => {
        const stream = get(id);
        const { indexKeyId } = createCopyKeys(id, stream.fingerprint, stream.isPersonal, ring);
        // One that has never run is set still too.
        await getStreamRow(database.pool, id, stream.fingerprint, indexKeyId);
        await setStreamState(database.pool, id, 'paused', 'Dihentikan oleh petugas.');
      }),
    resume: async (id) => {
      const stream = get(id);
      await withStoreErrors(() => setStreamState(database.pool, id, 'idle', null));
      await add(stream, 'changes');
    },
    listRuns: (id, limit) => withStoreErrors(() => listRuns(database.pool, get(id).id, limit)),
    listQuarantine: (stream, limit) =>
      withStoreErrors(() => listQuarantine(database.pool, stream === undefined ? undefined : get(stream).id, limit)),
    replay: async (id, rowId) => {
      const replayed = await replayStream(runner, get(id), rowId);
      if (replayed) return replayed;
      throw new HubError('TOO_MANY_REQUESTS', `A run of ${id} is under way.`, {
        fix: 'Try again when it has ended.',
        retryable: true,
      });
    },
  };
}

/** A run that would do nothing is not asked for. @throws HubError BAD_USER_INPUT */
async function refuseStopped({ database }: StreamRunner, id: string, mayShrink: boolean): Promise<void> {
  const kept = (await withStoreErrors(() => listKeptStatus(database.pool))).find(({ name }) => name === id);
  if (kept?.state === 'paused')
    throw new HubError('BAD_USER_INPUT', `${id} is paused: ${kept.reason ?? ''}`, { fix: 'Resume it.' });
  if (kept?.state === 'needsAttention' && !mayShrink) {
    const fix = 'Allow it to shrink once, or resume it, when you have looked at its source.';
    throw new HubError('BAD_USER_INPUT', `${id} needs a person: ${kept.reason ?? ''}`, { fix });
  }
}

/** The sooner of its next runs; undefined where nobody works, or the queues do not answer. */
async function findNextRun(stream: CompiledStream, jobs: Pick<Jobs, 'findNextRunMs'>): Promise<number | undefined> {
  const modes: readonly RunMode[] = ['changes', 'sweep'];
  const times = await Promise.all(
    modes.map((mode) => jobs.findNextRunMs(systemOf(stream), scheduleIdOf(stream, mode)).catch(() => undefined)),
  );
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function asStatus(
  stream: CompiledStream,
  kept: KeptStatus | undefined,
  nowMs: number,
  nextRunAtMs: number | undefined,
): StreamStatus {
  const { id, opd, system, everyMs, sweepAt, isPushed } = stream;
  const { asOfMs } = kept ?? {};
  return {
    stream: id,
    opd,
    system,
    state: kept?.isRunning ? 'running' : (kept?.state ?? 'idle'),
    reason: kept?.reason ?? undefined,
    lastSuccessAtMs: kept?.lastSuccessAtMs,
    lastEndedAtMs: kept?.lastEndedAtMs,
    lagMs: asOfMs === undefined ? undefined : Math.max(0, nowMs - asOfMs),
    nextRunAtMs,
    staleAfterMs: decideStaleAfterMs(stream),
    counts: kept?.counts,
    quarantined: kept?.quarantined ?? 0,
    records: kept?.records ?? 0,
    schedule: { everyMs, sweepAt, isPushed },
    drift: kept?.drift ?? [],
  };
}
