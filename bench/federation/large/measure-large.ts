import { join } from 'node:path';
import { note } from '../../command/note.ts';
import { type BareGateway, startBareGateway } from '../../contenders/hub/start-bare-gateway.ts';
import { type CoreLayout, unpin } from '../../machine/cores.ts';
import { askContender } from '../../rounds/ask-contender.ts';
import type { SubgraphsReply } from '../subgraphs/serve-subgraphs.ts';
import { type RunningSubgraphs, startSubgraphs } from '../subgraphs/start-subgraphs.ts';
import { fiveSubgraphsQuery, SUBGRAPHS, TYPES } from './generate-subgraphs.ts';

/** How the hub bears a large supergraph. */
export interface LargeReport {
  readonly subgraphs: number;
  readonly types: number;
  readonly supergraphBytes: number;
  readonly composedMs: number;
  /** From the start of the gateway's process until it says that it answers. */
  readonly readyMs: number;
  /** Of a query to five subgraphs, asked as soon as the gateway is ready: it is planned and compiled. */
  readonly firstAnswerMs: number;
  readonly secondAnswerMs: number;
}

const EXPECTED_CALLS = 5;

/** Starts a hub with a generated supergraph and asks it the same query twice. */
export async function measureLarge(
  folder: string,
  cores: CoreLayout,
  stack: AsyncDisposableStack,
): Promise<LargeReport> {
  await using part = stack.use(new AsyncDisposableStack());
  // What is started from here on inherits the cores of this process, and to start is a matter of more than one.
  unpin(cores, process.pid);
  note(`Composing ${SUBGRAPHS} subgraphs of ${TYPES} types …`);
  const subgraphs = await startSubgraphs('large', join(import.meta.dirname, 'large-server.ts'), folder, part);
  note('Starting the hub with them, twice …');
  // The first time is for the subgraphs' sake, which have not been asked anything yet.
  await timeHub(subgraphs, part);
  const { supergraphSdl, composedMs } = subgraphs.process.ready;
  return {
    subgraphs: SUBGRAPHS,
    types: TYPES,
    supergraphBytes: Buffer.byteLength(supergraphSdl),
    composedMs,
    ...(await timeHub(subgraphs, part)),
  };
}

async function timeHub({ supergraphFile, process: server }: RunningSubgraphs, stack: AsyncDisposableStack) {
  await using part = stack.use(new AsyncDisposableStack());
  const begun = performance.now();
  const hub = await startBareGateway(supergraphFile, part);
  const readyMs = performance.now() - begun;
  const before = await server.ask<SubgraphsReply>({});
  const firstAnswerMs = await timeAnswer(hub);
  const { calls } = await server.ask<SubgraphsReply>({});
  if (calls - before.calls !== EXPECTED_CALLS)
    throw new Error(`The query to ${EXPECTED_CALLS} subgraphs took ${calls - before.calls} calls`);
  return { readyMs, firstAnswerMs, secondAnswerMs: await timeAnswer(hub) };
}

async function timeAnswer(hub: BareGateway): Promise<number> {
  const begun = performance.now();
  await askContender(hub, JSON.stringify({ query: fiveSubgraphsQuery }), [{}]);
  return performance.now() - begun;
}
