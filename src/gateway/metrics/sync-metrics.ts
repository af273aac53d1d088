import { Gauge, type Registry } from 'prom-client';
import { createUnderWay } from '../../base/under-way.ts';
import type { QueueCounts } from '../../ports/jobs.ts';
import type { StreamStatus } from '../../ports/sync-control.ts';
import type { OutboxBacklog, SyncFigures } from '../../ports/sync-figures.ts';

/** One figure of a thing, with the labels that tell it from others. */
interface Figure<Thing> {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  read(thing: Thing): readonly (readonly [Readonly<Record<string, string>>, number | undefined])[];
}

const QUEUES: readonly Figure<QueueCounts>[] = [
  {
    name: 'hub_jobs',
    help: 'Jobs of a system, by where they stand; failed: given up after all attempts.',
    labels: ['system', 'state'],
    read: ({ system, waiting, active, delayed, failed }) =>
      Object.entries({ waiting, active, delayed, failed }).map(([state, count]) => [{ system, state }, count]),
  },
  {
    name: 'hub_jobs_paused',
    help: '1 while an operator has paused the jobs of the system.',
    labels: ['system'],
    read: ({ system, isPaused }) => [[{ system }, isPaused ? 1 : 0]],
  },
];

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000);

const STREAMS: readonly Figure<StreamStatus>[] = [
  {
    name: 'hub_stream_state',
    help: '1 for the state that the stream is in.',
    labels: ['stream', 'state'],
    read: ({ stream, state }) => [[{ stream, state }, 1]],
  },
  {
    name: 'hub_stream_lag_seconds',
    help: 'How old the copies of the stream are.',
    labels: ['stream'],
    read: ({ stream, lagMs }) => [[{ stream }, seconds(lagMs)]],
  },
  {
    name: 'hub_stream_last_success_timestamp_seconds',
    help: 'When a run of the stream last added up.',
    labels: ['stream'],
    read: ({ stream, lastSuccessAtMs }) => [[{ stream }, seconds(lastSuccessAtMs)]],
  },
  {
    name: 'hub_stream_records',
    help: 'Copies that the hub holds.',
    labels: ['stream'],
    read: ({ stream, records }) => [[{ stream }, records]],
  },
  {
    name: 'hub_stream_quarantined',
    help: 'Rows that did not fit and lie in quarantine.',
    labels: ['stream'],
    read: ({ stream, quarantined }) => [[{ stream }, quarantined]],
  },
];

const OUTBOX: readonly Figure<OutboxBacklog>[] = [
  {
    name: 'hub_outbox',
    help: 'Submissions that the system does not have yet: waiting for their delivery, or for a person.',
    labels: ['system', 'state'],
    read: ({ system, waiting, needsAttention }) =>
      Object.entries({ waiting, needsAttention }).map(([state, count]) => [{ system, state }, count]),
  },
  {
    name: 'hub_outbox_oldest_timestamp_seconds',
    help: 'When the oldest submission that waits was accepted.',
    labels: ['system'],
    read: ({ system, oldestAtMs }) => [[{ system }, seconds(oldestAtMs)]],
  },
];

/** Adds how background work fares to a registry; read when it is asked for, once for all figures of a kind. */
export function registerSyncMetrics(registry: Registry, figures: SyncFigures): void {
  register(registry, QUEUES, () => figures.countQueues());
  register(registry, STREAMS, () => figures.listStreams());
  register(registry, OUTBOX, () => figures.countOutbox());
}

function register<Thing>(registry: Registry, kinds: readonly Figure<Thing>[], list: () => Promise<readonly Thing[]>) {
  const reading = createUnderWay<readonly Thing[]>();
  for (const { name, help, labels, read } of kinds) {
    new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [registry],
      async collect() {
        // A database or a Redis that is away must not hide every other figure.
        const things = await reading.join('', list).catch(() => []);
        this.reset();
        for (const thing of things)
          for (const [given, value] of read(thing)) if (value !== undefined) this.set(given, value);
      },
    });
  }
}
