import { Gauge, type Registry } from 'prom-client';
import type { StatusReader, SystemStatus } from '../../ports/system-status.ts';

const LABELS = ['opd', 'system'] as const;

/** What is told of each system, read when it is asked for; a value that is not known is left out. */
const GAUGES: readonly {
  readonly name: string;
  readonly help: string;
  read(status: SystemStatus): number | undefined;
}[] = [
  {
    name: 'hub_system_left_alone',
    help: '1 while the system failed so often that it is not asked.',
    read: ({ state }) => (state === 'leftAlone' ? 1 : 0),
  },
  { name: 'hub_system_calls_running', help: 'Calls to the system under way.', read: ({ running }) => running },
  { name: 'hub_system_calls_waiting', help: 'Calls that wait for their turn.', read: ({ waiting }) => waiting },
  {
    name: 'hub_system_latency_p95_seconds',
    help: '95th percentile of the calls of the last five minutes.',
    read: ({ latencyP95Ms }) => (latencyP95Ms === undefined ? undefined : latencyP95Ms / 1000),
  },
  {
    name: 'hub_system_error_rate',
    help: 'Share of the calls of the last five minutes that were not answered.',
    read: ({ errorRate }) => errorRate,
  },
  {
    name: 'hub_system_quota_left',
    help: 'Calls left today, where the system allows so many a day.',
    read: ({ quotaLeft }) => quotaLeft,
  },
  {
    name: 'hub_system_last_ok_timestamp_seconds',
    help: 'When the system last answered.',
    read: ({ lastOkAtMs }) => (lastOkAtMs === undefined ? undefined : lastOkAtMs / 1000),
  },
];

/** Adds the metrics of the legacy systems to a registry. */
export function registerSystemMetrics(registry: Registry, status: StatusReader): void {
  const registers = [registry];
  for (const { name, help, read } of GAUGES) {
    new Gauge({
      name,
      help,
      labelNames: LABELS,
      registers,
      collect() {
        this.reset();
        for (const system of status.listSystems()) {
          const value = read(system);
          if (value !== undefined) this.set({ opd: system.opd, system: system.name }, value);
        }
      },
    });
  }
  // A count since the start, read from where it is kept: a gauge to this library, a counter to whoever reads it.
  new Gauge({
    name: 'hub_system_calls_total',
    help: 'Calls to the system since the start, by how they ended.',
    labelNames: [...LABELS, 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const { opd, name: system, calls } of status.listSystems()) {
        for (const [outcome, count] of Object.entries(calls)) this.set({ opd, system, outcome }, count);
      }
    },
  });
}
