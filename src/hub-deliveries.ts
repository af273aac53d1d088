import type { CompiledSubmission } from './connector/index.ts';
import type { HubParts } from './hub.ts';
import { createDeliveries, type Deliveries } from './sync/index.ts';

/** Wires what brings submissions to the OPDs; undefined where another process does it. */
export function createHubDeliveries(
  { deliveries: store, jobs, log, clock }: HubParts,
  submissions: readonly CompiledSubmission[],
): Deliveries | undefined {
  return store && jobs && createDeliveries({ store, submissions, jobs, log, ...(clock && { clock }) });
}
