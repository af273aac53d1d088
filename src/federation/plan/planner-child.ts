import { createLocalPlanner, type Planner } from './planner.ts';
import type { PlannerReply, PlannerRequest } from './planner-messages.ts';

let planner: Planner | undefined;

async function answer(request: PlannerRequest): Promise<PlannerReply | undefined> {
  try {
    if ('supergraphSdl' in request) {
      planner = createLocalPlanner(request.supergraphSdl);
      return undefined;
    }
    if (!planner) throw new Error('The supergraph has not arrived yet');
    return { plan: await planner.plan(request.operationText) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', async (request: PlannerRequest) => {
  const reply = await answer(request);
  if (reply) process.send?.(reply);
});
process.on('disconnect', () => process.exit(0));
