import { HubError } from '../../base/hub-error.ts';
import type { Log } from '../../base/log.ts';
import type { CompiledStream } from '../../connector/index.ts';
import type { JobAttempt, Jobs, NewJob, RunJob } from '../../ports/jobs.ts';
import type { RunMode } from '../../ports/sync-control.ts';
import { listKeptStatus, withStoreErrors } from '../../store/index.ts';
import { NotYet } from '../jobs/not-yet.ts';
import { runStream, type StreamRunner } from './run-stream.ts';

/** `dpmptsp/perizinan`: whose queue a stream's runs wait in. */
export function systemOf({ opd, system }: Pick<CompiledStream, 'opd' | 'system'>): string {
  return `${opd}/${system}`;
}

export function scheduleIdOf({ typeName }: CompiledStream, mode: RunMode): string {
  return `${mode}-${typeName}`;
}

/** A run of a stream now; a second one that is asked for while it waits is the same, while it runs it comes after it. */
export function streamJob(stream: CompiledStream, mode: RunMode): NewJob {
  const id = `now-${scheduleIdOf(stream, mode)}`;
  const data = { stream: stream.id, mode, isAsked: true };
  return { system: systemOf(stream), name: 'sync', data, id, isForPerson: false, comesAfter: true };
}

/** Puts the runs of all streams on the calendar that their files say, and takes off what the files no longer say. */
export async function scheduleStreams(streams: readonly CompiledStream[], jobs: Jobs): Promise<void> {
  const bySystem = Map.groupBy(streams, systemOf);
  for (const [system, ofSystem] of bySystem) {
    const ids: string[] = [];
    const schedule = async (stream: CompiledStream, mode: RunMode, every: { ms: number } | { dayTime: string }) => {
      const id = scheduleIdOf(stream, mode);
      ids.push(id);
      await jobs.schedule({ system, name: 'sync', id, data: { stream: stream.id, mode }, every });
    };
    for (const stream of ofSystem) {
      if (stream.everyMs !== undefined) await schedule(stream, 'changes', { ms: stream.everyMs });
      if (stream.sweepAt !== undefined) await schedule(stream, 'sweep', { dayTime: stream.sweepAt });
    }
    await jobs.keepOnly(system, ids);
  }
}

/** Asks for a run of every stream that has never come to its end: nobody waits for the night with a new hub. */
export async function addFirstRuns(
  streams: readonly CompiledStream[],
  { database }: StreamRunner,
  jobs: Pick<Jobs, 'add'>,
): Promise<void> {
  const kept = await withStoreErrors(() => listKeptStatus(database.pool));
  const known = new Set(kept.filter(({ asOfMs }) => asOfMs !== undefined).map(({ name }) => name));
  for (const stream of streams) if (!known.has(stream.id)) await jobs.add(streamJob(stream, 'changes'));
}

/** Creates what does the jobs named `sync`. */
export function createStreamJob(runner: StreamRunner, streams: readonly CompiledStream[], log: Log): RunJob {
  return async ({ data, signal, reportProgress }: JobAttempt) => {
    const stream = streams.find(({ id }) => id === data.stream);
    // A schedule of a file that is no longer there.
    if (!stream) return;
    const outcome = await runStream(runner, stream, {
      mode: data.mode === 'sweep' ? 'sweep' : 'changes',
      signal,
      onProgress: ({ read }, total) => {
        if (total !== undefined && total > 0) reportProgress(Math.min(99, Math.floor((read / total) * 100)));
      },
    });
    if (outcome.state === 'stopped')
      throw new HubError('INTERNAL', `The run of ${stream.id} stopped because the hub ends.`, { retryable: true });
    // What a calendar asks for often may be left out once. At the hour of a sweep another run begins, too.
    if (outcome.state === 'overlapping' && (data.mode === 'sweep' || data.isAsked === true)) throw new NotYet();
    if (outcome.state !== 'succeeded') return;
    const { counts, note, mode } = outcome;
    if (note) log.warn('the source of a stream has changed', { stream: stream.id, note });
    if (counts.rejected > 0)
      log.warn('rows of a stream lie in quarantine', { stream: stream.id, rejected: counts.rejected });
    log.info('stream is up to date', { stream: stream.id, mode, ...counts });
  };
}
