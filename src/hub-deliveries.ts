import type { CompiledSubmission } from './connector/index.ts';
import type { HubParts } from './hub.ts';
import { createDeliveries, type Deliveries } from './sync/index.ts';

/** Wires what brings submissions to the OPDs; undefined where another process does it. */
export function createHubDeliveries(
  { deliveries: store, jobs, attachments, log, clock }: HubParts,
  submissions: readonly CompiledSubmission[],
): Deliveries | undefined {
  const optional = { ...(attachments && { attachments }), ...(clock && { clock }) };
  return store && jobs && createDeliveries({ store, submissions, jobs, log, ...optional });
}
