import { join } from 'node:path';
import type { Clock } from '../../src/base/clock.ts';
import { createEd25519Text, publicTextOf } from '../../src/base/ed25519-key.ts';
import { createLog } from '../../src/base/log.ts';
import { readSharedSdl } from '../../src/hub.ts';
import { createSubgraphTokenVerifier, readHubKey, readSigningKey } from '../../src/identity/index.ts';
import { readLinksFile } from '../../src/links-file.ts';
import { createMemoryLinks } from '../../src/memory-links.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createStandaloneSubgraph } from '../../src/standalone-subgraph.ts';

/** Every OPD's subgraph as a server of its own, as `npm run hub -- subgraph` runs it. */
export interface RemoteOpds {
  /** Settings with which a hub reaches them. */
  readonly hubSettings: Readonly<Record<string, string>>;
  readonly urls: ReadonlyMap<string, string>;
  /** What they have logged. */
  readonly logged: readonly string[];
  stop(name?: string): Promise<void>;
}

/** Starts them for a city's systems. */
export async function startRemoteOpds(
  names: readonly string[],
  citySettings: Readonly<Record<string, string>>,
  clock?: Clock,
): Promise<RemoteOpds> {
  const signingKey = createEd25519Text();
  const hubKey = readHubKey(publicTextOf(readSigningKey(signingKey).key));
  const links = createMemoryLinks(readLinksFile(citySettings.HUB_LINKS_FILE ?? ''));
  const logged: string[] = [];
  const running = new Map<string, { url: string; close(): Promise<void> }>();
  for (const name of names) {
    const { app, close } = await createStandaloneSubgraph({
      name,
      connectorsDir: join(projectRoot, 'connectors'),
      sharedSdl: readSharedSdl(),
      systemSettings: citySettings,
      links,
      verifier: createSubgraphTokenVerifier({ subgraph: name, hubKeys: [hubKey] }),
      log: createLog('info', (line) => logged.push(line)),
      ...(clock && { clock }),
    });
    running.set(name, { url: `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`, close });
  }
  const urls = new Map([...running].map(([name, { url }]) => [name, url]));
  const settings = [...urls].map(([name, url]) => [`HUB_SUBGRAPH_${name.toUpperCase().replaceAll('-', '_')}_URL`, url]);
  return {
    hubSettings: { ...Object.fromEntries(settings), HUB_SUBGRAPH_SIGNING_KEY: signingKey },
    urls,
    logged,
    stop: async (only) => {
      const ending = [...running].filter(([name]) => only === undefined || only === name);
      for (const [name] of ending) running.delete(name);
      await Promise.all(ending.map(([, { close }]) => close()));
    },
  };
}
