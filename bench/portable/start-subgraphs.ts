import { join } from 'node:path';
import { listCommittedSubgraphs } from '../../src/hub.ts';
import type { OpenCity } from '../home/open-city.ts';
import { readOutput } from '../process/read-output.ts';
import { startProcess } from '../process/start-process.ts';

const hubCommand = join(import.meta.dirname, '../../src/cli/main.ts');

/** Where each subgraph answers, by its name. */
export type SubgraphUrls = ReadonlyMap<string, string>;

/** Starts every subgraph of the hub by `hub -- subgraph`, each a process of its own; the stack stops them. */
export async function startSubgraphs(
  { env, linksFile }: OpenCity,
  hubKey: string,
  stack: AsyncDisposableStack,
): Promise<SubgraphUrls> {
  const settings = { ...env, HUB_LINKS_FILE: linksFile, HUB_SUBGRAPH_HUB_KEYS: hubKey };
  const start = async (name: string): Promise<[string, string]> => {
    const given = ['subgraph', name, '--port', '0'];
    const options = { name: `subgraph ${name}`, script: hubCommand, arguments: given, env: settings };
    return [name, (await startProcess<string>(options, stack)).ready];
  };
  return new Map(await Promise.all(listCommittedSubgraphs().map(({ name }) => start(name))));
}

/** The supergraph of these subgraphs as `hub -- schema print --portable` gives it to other routers. */
export function printSupergraph(urls: SubgraphUrls): Promise<string> {
  const given = [...urls].flatMap(([name, url]) => ['--url', `${name}=${url}`]);
  return readOutput(hubCommand, ['schema', 'print', '--portable', ...given]);
}
