import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { formatProblem, listOpds, loadConnector } from '../../connector/index.ts';
import { readSharedSdl } from '../../hub.ts';
import { projectRoot } from '../../project-root.ts';
import { buildSubgraph } from '../../subgraph/index.ts';
import type { Run } from '../command.ts';

export const runConnector: Run = async ([action, ...names]) => {
  if (action !== 'check')
    throw new HubError('BAD_USER_INPUT', 'Say what to do: npm run hub -- connector check [<opd> …]');
  const root = join(projectRoot, 'connectors');
  const opds = names.length > 0 ? names : listOpds(root);
  const results = await Promise.all(opds.map((opd) => checkOpd(root, opd)));
  for (const [index, problems] of results.entries()) {
    console.log(problems.length === 0 ? `${opds[index]}: ok` : problems.join('\n'));
  }
  return results.some((problems) => problems.length > 0) ? 1 : 0;
};

/** Checks without a system's address or password: those are the installation's, not the file's. */
async function checkOpd(root: string, opd: string): Promise<readonly string[]> {
  const sharedSdl = readSharedSdl();
  const options = { root, sharedSdl, settings: anySettings, links: { listLinksOf: async () => [] } };
  const { connector: loaded, problems } = loadConnector(opd, options);
  if (problems.length > 0 || !loaded) return problems.map(formatProblem);
  try {
    const subgraph = await buildSubgraph({ name: opd, sdl: loaded.sdl, resolvers: loaded.resolvers }, sharedSdl);
    await subgraph.close();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await loaded.close();
  }
}

// Every setting reads as a harmless address, so that only the files themselves are judged.
const anySettings: Readonly<Record<string, string>> = new Proxy(
  {},
  { get: () => 'http://127.0.0.1:9', ownKeys: () => [] },
);
