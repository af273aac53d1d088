import { join } from 'node:path';
import { listDescendants } from '../../machine/cpu-time.ts';
import { type RunningProcess, startProcess } from '../../process/start-process.ts';

/** The hub's gateway for anybody's supergraph, ready with the address of its graph. */
export interface BareGateway {
  readonly name: string;
  readonly url: string;
  readonly process: RunningProcess<string>;
  /** Its planner, a process of its own that is started anew when it ends. */
  listPlanners(): readonly number[];
}

/** Starts the bare gateway; equal calls under way at once are each made. */
export async function startBareGateway(
  supergraphFile: string,
  stack: AsyncDisposableStack,
  nodeArguments: readonly string[] = [],
): Promise<BareGateway> {
  const name = 'hub';
  const running = await startProcess<string>(
    {
      name,
      script: join(import.meta.dirname, '../../../src/cli/main.ts'),
      arguments: ['gateway', '--supergraph', supergraphFile, '--port', '0', '--no-deduplication'],
      nodeArguments,
    },
    stack,
  );
  return { name, url: running.ready, process: running, listPlanners: () => listDescendants(running.pid) };
}
