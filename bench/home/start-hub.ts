import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../contenders/contender.ts';
import { hubProfiler } from '../contenders/hub/hub-profiler.ts';
import { listDescendants } from '../machine/cpu-time.ts';
import { startProcess } from '../process/start-process.ts';
import type { HomeGroup } from './home-group.ts';
import { homeOpds } from './home-opds.ts';
import type { HomeSetting } from './home-setting.ts';

/** Starts the hub as `npm start` runs it, on an embedded database of its own; the stack stops it. */
export async function startHub(setting: HomeSetting, stack: AsyncDisposableStack): Promise<Contender<HomeGroup>> {
  const dataDir = join(setting.folder, 'hub');
  mkdirSync(dataDir);
  const gateway = await startProcess<string>(
    {
      name: 'hub',
      script: join(import.meta.dirname, '../../src/main.ts'),
      env: {
        ...setting.env,
        PORT: '0',
        HUB_DATA_DIR: dataDir,
        HUB_CONNECTORS: homeOpds.join(','),
        HUB_OIDC_ISSUER: setting.issuerUrl,
        HUB_LINKS_FILE: setting.linksFile,
        HUB_APPS_FILE: setting.appsFile,
      },
      nodeArguments: setting.isHubProfiled ? hubProfiler : [],
    },
    stack,
  );
  return {
    name: 'hub',
    url: `${gateway.ready}/graphql`,
    gateway,
    processes: {
      gateway: () => [gateway.pid],
      subgraphs: () => [],
      // All that the hub starts is its embedded database, and the planner, which idles once the query is planned.
      postgres: () => listDescendants(gateway.pid),
    },
  };
}
