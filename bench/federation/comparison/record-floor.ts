import { listSubgraphs } from '../../../src/federation/index.ts';
import { startBareGateway } from '../../contenders/hub/start-bare-gateway.ts';
import { askContender } from '../../rounds/ask-contender.ts';
import type { SubgraphsReply } from '../subgraphs/serve-subgraphs.ts';
import type { RunningSubgraphs } from '../subgraphs/start-subgraphs.ts';
import type { FloorScript } from './floor-script.ts';

/** Watches a hub of its own answer the query once, and writes down what it called, when, and what it answered. */
export async function recordFloor(
  { process: subgraphs, supergraphFile }: RunningSubgraphs,
  body: string,
  stack: AsyncDisposableStack,
): Promise<FloorScript> {
  await using part = stack.use(new AsyncDisposableStack());
  const hub = await startBareGateway(supergraphFile, part);
  await subgraphs.ask<SubgraphsReply>({ isRecording: true });
  const [answer] = await askContender(hub, body, [{}]);
  const { stages } = await subgraphs.ask<SubgraphsReply>({ isRecording: false });
  const [{ url } = { url: '' }] = listSubgraphs(subgraphs.ready.supergraphSdl);
  return { origin: new URL(url).origin, stages, answer };
}
