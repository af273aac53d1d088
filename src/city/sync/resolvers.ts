import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { Caller } from '../../identity/index.ts';
import type { ColumnChange, QuarantinedRow, StreamRun, StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import type { Resolvers, ColumnChange as ShownChange, SyncOutcome, SyncState } from '../generated/resolver-types.ts';
import { requireOpdReader, requireOpdWorker } from '../opd-staff.ts';
import { readPageSize } from '../page-size.ts';
import { describeSchedule } from './describe-schedule.ts';

type SyncResolvers = {
  readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'sync'>;
  readonly SyncStream: Pick<NonNullable<Resolvers['SyncStream']>, 'quarantine' | 'runs'>;
  readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'runSync' | 'pauseSync' | 'resumeSync' | 'replaySync'>;
};

const STATES: Readonly<Record<StreamStatus['state'], SyncState>> = {
  idle: 'IDLE',
  running: 'RUNNING',
  failing: 'FAILING',
  paused: 'PAUSED',
  needsAttention: 'NEEDS_ATTENTION',
};

const OUTCOMES: Readonly<Record<StreamRun['state'], SyncOutcome>> = {
  running: 'UNFINISHED',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
};

const CHANGES: Readonly<Record<ColumnChange['change'], ShownChange>> = {
  gone: 'GONE',
  added: 'NEW',
  retyped: 'RETYPED',
};

/** Creates the resolvers of the streams of an OPD; where no jobs are there are none. */
export function createSyncResolvers(control: SyncControl | undefined): SyncResolvers {
  const on = async (stream: string, caller: Caller): Promise<SyncControl> => {
    requireOpdWorker(caller, stream.split('/')[0] ?? '');
    if (control) return control;
    throw new HubError('NOT_FOUND', 'This is answered by the hub itself only.', { fix: 'Ask the hub.' });
  };
  return {
    Opd: {
      sync: async ({ code }, _args, { caller }) => {
        requireOpdReader(caller, code);
        return control ? (await control.listStreams()).filter(({ opd }) => opd === code).map(describe) : null;
      },
    },
    SyncStream: {
      quarantine: async ({ stream }, { first }) =>
        ((await control?.listQuarantine(stream, readPageSize(first ?? 20))) ?? []).map(describeRow),
      runs: async ({ stream }, { first }) =>
        ((await control?.listRuns(stream, readPageSize(first ?? 10))) ?? []).map(describeRun),
    },
    Mutation: {
      runSync: async (_root, { stream }, { caller }) => {
        await (await on(stream, caller)).run(stream, 'changes');
        return true;
      },
      pauseSync: async (_root, { stream }, { caller }) => {
        await (await on(stream, caller)).pause(stream);
        return true;
      },
      resumeSync: async (_root, { stream }, { caller }) => {
        await (await on(stream, caller)).resume(stream);
        return true;
      },
      replaySync: async (_root, { stream }, { caller }) => (await (await on(stream, caller)).replay(stream)).written,
    },
  };
}

/** A stream as the graph shows it. */
export type ShownStream = ReturnType<typeof describe>;

function describe(status: StreamStatus) {
  const { stream, state, reason, lastSuccessAtMs, lagMs, nextRunAtMs, counts, quarantined, records } = status;
  const { everyMs, sweepAt } = status.schedule;
  const instantOf = (atMs: number | undefined) => (atMs === undefined ? null : formatJakartaInstant(atMs));
  return {
    stream,
    state: STATES[state],
    reason: reason ?? null,
    lastSuccess: instantOf(lastSuccessAtMs),
    lag: lagMs === undefined ? null : Math.round(lagMs / 1000),
    nextRun: instantOf(nextRunAtMs),
    schedule: describeSchedule(status.schedule),
    every: everyMs === undefined ? null : Math.round(everyMs / 1000),
    sweepAt: sweepAt ?? null,
    counts: counts ?? null,
    rejected: quarantined,
    records,
    drift: status.drift.map(({ column, change, sinceMs, isPaused }) => ({
      ...{ column, change: CHANGES[change], isPaused },
      since: formatJakartaInstant(sinceMs),
    })),
  };
}

function describeRun({ mode, state, startedAtMs, endedAtMs, counts, reason }: StreamRun) {
  return {
    isSweep: mode === 'sweep',
    startedAt: formatJakartaInstant(startedAtMs),
    endedAt: endedAtMs === undefined ? null : formatJakartaInstant(endedAtMs),
    outcome: OUTCOMES[state],
    counts,
    reason: reason ?? null,
  };
}

function describeRow({ firstSeenAtMs, lastSeenAtMs: _, stream: __, ...row }: QuarantinedRow) {
  return { ...row, firstSeen: formatJakartaInstant(firstSeenAtMs) };
}
