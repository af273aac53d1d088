import { join } from 'node:path';
import { note } from '../../command/note.ts';
import { type BareGateway, startBareGateway } from '../../contenders/hub/start-bare-gateway.ts';
import type { LoadResult } from '../../load/load-generator.ts';
import { startLoadGenerator } from '../../load/start-load-generator.ts';
import { type CoreLayout, pin } from '../../machine/cores.ts';
import { readRssBytes } from '../../machine/memory.ts';
import type { RunningSubgraphs } from '../subgraphs/start-subgraphs.ts';

const REQUESTS = 200_000;
// Ten times as many as the hub keeps of anything: each comes back when it was forgotten.
const DOCUMENTS = 10_000;
const SAMPLE_EVERY = 10_000;
// By then every document was seen twice, and what fills up is full.
const SETTLED_AFTER = 20_000;

/** The hub's memory after so many requests, in bytes; the heap's use is known at two points only. */
export interface MemorySample {
  readonly requests: number;
  readonly gatewayRssBytes: number;
  readonly plannerRssBytes: number;
  /** After a full collection. */
  readonly gatewayHeapBytes?: number;
}

export interface MemoryReport {
  readonly documents: number;
  readonly settled: MemorySample;
  readonly end: MemorySample;
  readonly samples: readonly MemorySample[];
}

/** Sends a hub of its own many different documents, again and again, and watches its memory. */
export async function measureMemory(
  { process: subgraphs, supergraphFile }: RunningSubgraphs,
  cores: CoreLayout,
  stack: AsyncDisposableStack,
): Promise<MemoryReport> {
  await using part = stack.use(new AsyncDisposableStack());
  const hook = join(import.meta.dirname, '../../contenders/hub/heap-on-request.mjs');
  const hub = await startBareGateway(supergraphFile, part, ['--expose-gc', '--import', hook]);
  const generator = await startLoadGenerator(part);
  for (const pid of [hub.process.pid, ...hub.listPlanners()]) pin(cores, pid, cores.gateway);
  for (const pid of [process.pid, subgraphs.pid, generator.pid]) pin(cores, pid, cores.others);
  const order = { url: hub.url, bodies: writeBodies(), requests: SAMPLE_EVERY, connections: 32 };
  const samples: MemorySample[] = [];
  for (let requests = SAMPLE_EVERY; requests <= REQUESTS; requests += SAMPLE_EVERY) {
    note(`Memory: ${requests} of ${REQUESTS} requests …`);
    await generator.ask<LoadResult>(order);
    samples.push(await takeSample(hub, requests));
  }
  return {
    documents: DOCUMENTS,
    settled: getSample(samples, SETTLED_AFTER),
    end: getSample(samples, REQUESTS),
    samples,
  };
}

/** Cheap queries to two subgraphs, no two of them the same text. */
function writeBodies(): string[] {
  return Array.from({ length: DOCUMENTS }, (_, index) =>
    JSON.stringify({ query: `{ topProducts(first: 3) { upc name${index}: name inStock } }` }),
  );
}

function getSample(samples: readonly MemorySample[], requests: number): MemorySample {
  const sample = samples.find((one) => one.requests === requests);
  if (!sample) throw new Error(`No sample was taken after ${requests} requests`);
  return sample;
}

async function takeSample(hub: BareGateway, requests: number): Promise<MemorySample> {
  const sample = {
    requests,
    gatewayRssBytes: readRssBytes([hub.process.pid]),
    plannerRssBytes: readRssBytes(hub.listPlanners()),
  };
  // Asked for seldom: every full collection would make the next figures look better.
  if (requests !== SETTLED_AFTER && requests !== REQUESTS) return sample;
  return { ...sample, gatewayHeapBytes: await hub.process.ask<number>({ isHeapAsked: true }) };
}
