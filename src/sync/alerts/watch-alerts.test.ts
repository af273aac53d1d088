import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../base/log.ts';
import type { OutboxBacklog, SyncFigures } from '../../ports/sync-figures.ts';
import { type AlertWatch, watchAlerts } from './watch-alerts.ts';

let watch: AlertWatch | undefined;
afterEach(() => watch?.close());

const backlog = (needsAttention: number): OutboxBacklog => ({
  system: 'dpmptsp/perizinan',
  waiting: 0,
  oldestAtMs: undefined,
  needsAttention,
});

function open(read: () => Promise<readonly OutboxBacklog[]>) {
  const lines: { level: string; msg: string; reason?: string }[] = [];
  const log = createLog('info', (line) => lines.push(JSON.parse(line)));
  const figures: SyncFigures = { countQueues: async () => [], listStreams: async () => [], countOutbox: read };
  watch = watchAlerts({ figures, log });
  return { lines, look: () => (watch as AlertWatch).look() };
}

describe('the watch', () => {
  it('tells of an alert once when it begins, once for each step, and once when it is over', async () => {
    let count = 3;
    const { lines, look } = open(async () => [backlog(count)]);
    for (const next of [3, 4, 40, 41, 2, 0, 0]) {
      count = next;
      await look();
    }
    expect(lines.map(({ level, msg, reason }) => [level, msg, reason])).toEqual([
      ['warn', 'alert', '3 submissions need a person'],
      ['warn', 'alert', '40 submissions need a person'],
      ['warn', 'alert', '2 submissions need a person'],
      ['info', 'alert over', undefined],
    ]);
  });

  it('takes a database that does not answer for no change', async () => {
    let isAway = false;
    const { lines, look } = open(async () => {
      if (isAway) throw new Error('away');
      return [backlog(1)];
    });
    for (const next of [false, true, false]) {
      isAway = next;
      await look();
    }
    expect(lines).toHaveLength(1);
  });
});
