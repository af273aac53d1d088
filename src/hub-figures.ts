import type { HubParts } from './hub.ts';
import type { HubSubgraphs } from './hub-subgraphs.ts';
import type { SyncFigures } from './ports/sync-figures.ts';
import { createStreamControl } from './sync/index.ts';

/** Wires how background work fares; undefined where the hub has no queues or no database for it. */
export function createHubFigures(
  { copies, jobs, outboxDesk }: HubParts,
  { streams }: Pick<HubSubgraphs, 'streams'>,
): SyncFigures | undefined {
  if (!copies || !jobs || !outboxDesk) return undefined;
  const control = createStreamControl(copies.runner, streams, jobs);
  return {
    countQueues: () => jobs.count(),
    listStreams: () => control.listStreams(),
    countOutbox: async () =>
      (await outboxDesk.count()).map(({ opd, system, waiting, needsAttention, oldestWaitingAtMs }) => ({
        ...{ system: `${opd}/${system}`, waiting, needsAttention },
        oldestAtMs: oldestWaitingAtMs,
      })),
  };
}
