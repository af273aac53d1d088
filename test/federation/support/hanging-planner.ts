import type { PlannerRequest } from '../../../src/federation/plan/planner-child.ts';

/** A planner's process that never answers the operation `hang`. */
process.on('message', (request: PlannerRequest) => {
  if ('supergraphSdl' in request) process.send?.({ ready: true });
  else if (request.operationText !== 'hang') process.send?.({ plan: { kind: 'QueryPlan' } });
});
process.on('disconnect', () => process.exit(0));
