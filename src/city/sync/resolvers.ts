import { HubError } from '../../base/hub-error.ts';
import { formatJakartaInstant } from '../../base/jakarta-time.ts';
import type { Caller } from '../../identity/index.ts';
import type { QuarantinedRow, StreamStatus, SyncControl } from '../../ports/sync-control.ts';
import type { Resolvers, SyncState } from '../generated/resolver-types.ts';
import { requireOpdReader, requireOpdWorker } from '../opd-staff.ts';
import { readPageSize } from '../page-size.ts';

type SyncResolvers = {
  readonly Opd: Pick<NonNullable<Resolvers['Opd']>, 'sync'>;
  readonly SyncStream: Pick<NonNullable<Resolvers['SyncStream']>, 'quarantine'>;
  readonly Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'runSync' | 'pauseSync' | 'resumeSync' | 'replaySync'>;
};

const STATES: Readonly<Record<StreamStatus['state'], SyncState>> = {
  idle: 'IDLE',
  running: 'RUNNING',
  failing: 'FAILING',
  paused: 'PAUSED',
  needsAttention: 'NEEDS_ATTENTION',
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
  const instantOf = (atMs: number | undefined) => (atMs === undefined ? null : formatJakartaInstant(atMs));
  return {
    stream,
    state: STATES[state],
    reason: reason ?? null,
    lastSuccess: instantOf(lastSuccessAtMs),
    lag: lagMs === undefined ? null : Math.round(lagMs / 1000),
    nextRun: instantOf(nextRunAtMs),
    counts: counts ?? null,
    rejected: quarantined,
    records,
  };
}

function describeRow({ firstSeenAtMs, lastSeenAtMs: _, stream: __, ...row }: QuarantinedRow) {
  return { ...row, firstSeen: formatJakartaInstant(firstSeenAtMs) };
}
