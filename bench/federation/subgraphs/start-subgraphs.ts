import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningProcess, startProcess } from '../../process/start-process.ts';
import type { SubgraphsReady } from './serve-subgraphs.ts';

/** Subgraphs that are served, and the file with their supergraph. */
export interface RunningSubgraphs {
  readonly process: RunningProcess<SubgraphsReady>;
  readonly supergraphFile: string;
}

/** Starts a server of subgraphs and writes their supergraph into the folder, under the name that they go by. */
export async function startSubgraphs(
  name: string,
  script: string,
  folder: string,
  stack: AsyncDisposableStack,
): Promise<RunningSubgraphs> {
  const running = await startProcess<SubgraphsReady>({ name: `${name} subgraphs`, script }, stack);
  const supergraphFile = join(folder, `${name}.graphql`);
  writeFileSync(supergraphFile, running.ready.supergraphSdl);
  return { process: running, supergraphFile };
}
