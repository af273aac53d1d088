import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import type { SyncFigures } from '../../ports/sync-figures.ts';
import { registerSyncMetrics } from './sync-metrics.ts';

const stream = {
  stream: 'dpmptsp/perizinan/Permit',
  opd: 'dpmptsp',
  system: 'perizinan',
  state: 'failing' as const,
  reason: 'Sumber tidak menjawab.',
  lastSuccessAtMs: undefined,
  lastEndedAtMs: undefined,
  lagMs: 90_000,
  nextRunAtMs: undefined,
  staleAfterMs: undefined,
  counts: undefined,
  quarantined: 3,
  records: 1_000,
  schedule: { everyMs: undefined, sweepAt: undefined, isPushed: false },
  drift: [],
};
const queue = { system: 'dpmptsp/perizinan', waiting: 2, active: 1, delayed: 0, failed: 4, isPaused: true };
const outbox = { system: 'dpmptsp/perizinan', waiting: 5, oldestAtMs: 60_000, needsAttention: 1 };

async function print(changes: Partial<SyncFigures> = {}) {
  const registry = new Registry();
  let reads = 0;
  const listStreams = async () => {
    reads++;
    return [stream];
  };
  const figures = { countQueues: async () => [queue], listStreams, countOutbox: async () => [outbox], ...changes };
  registerSyncMetrics(registry, figures);
  const text = await registry.metrics();
  return { lines: text.split('\n').filter((line) => line && !line.startsWith('#')), reads };
}

describe('the metrics of background work', () => {
  it('tell of queues, streams and the outbox', async () => {
    const { lines, reads } = await print();
    expect(lines).toEqual([
      'hub_jobs{system="dpmptsp/perizinan",state="waiting"} 2',
      'hub_jobs{system="dpmptsp/perizinan",state="active"} 1',
      'hub_jobs{system="dpmptsp/perizinan",state="delayed"} 0',
      'hub_jobs{system="dpmptsp/perizinan",state="failed"} 4',
      'hub_jobs_paused{system="dpmptsp/perizinan"} 1',
      'hub_stream_state{stream="dpmptsp/perizinan/Permit",state="failing"} 1',
      'hub_stream_lag_seconds{stream="dpmptsp/perizinan/Permit"} 90',
      'hub_stream_records{stream="dpmptsp/perizinan/Permit"} 1000',
      'hub_stream_quarantined{stream="dpmptsp/perizinan/Permit"} 3',
      'hub_outbox{system="dpmptsp/perizinan",state="waiting"} 5',
      'hub_outbox{system="dpmptsp/perizinan",state="needsAttention"} 1',
      'hub_outbox_oldest_timestamp_seconds{system="dpmptsp/perizinan"} 60',
    ]);
    expect(reads).toBe(1);
  });

  it('do without what does not answer', async () => {
    const { lines } = await print({ countQueues: () => Promise.reject(new Error('away')) });
    expect(lines.some((line) => line.startsWith('hub_jobs'))).toBe(false);
    expect(lines.some((line) => line.startsWith('hub_stream_state'))).toBe(true);
  });
});
