import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProduction, type Environment, type HubConfig, type NamedFile, readConfig } from './config/index.ts';
import { listConnectorSettings, listOpds } from './connector/index.ts';
import { explain } from './explain.ts';
import { readIssuersFile } from './identity/index.ts';
import { projectRoot } from './project-root.ts';
import { type RunningHub, startHub } from './start-hub.ts';

export interface RunOptions {
  /** Refuses demo defaults and missing settings instead of filling them in. */
  readonly isProduction: boolean;
  /** Called once the hub answers. */
  onReady(hub: RunningHub): void;
}

const IMPATIENCE_MS = 1000;

/** Runs the hub in this process until a signal ends it; a failed start is one message and exit code 1. */
export async function runHub(environment: Environment, { isProduction, onReady }: RunOptions): Promise<void> {
  let hub: RunningHub | undefined;
  let endingSinceMs: number | undefined;
  const end = async (): Promise<void> => {
    if (endingSinceMs !== undefined) {
      // Ctrl-C reaches every process of the terminal and is passed on by the parents too; only a later one is impatience.
      if (performance.now() - endingSinceMs > IMPATIENCE_MS) process.exit(1);
      return;
    }
    endingSinceMs = performance.now();
    await starting.catch(() => {});
    await hub?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Whoever started the hub is gone, and with it what the hub depends on.
  process.on('disconnect', end);
  const starting = (async () => {
    if (isProduction) {
      const config = readConfig(environment);
      const { connectors, subgraphUrls } = config;
      const root = join(projectRoot, 'connectors');
      const opds = connectors.length > 0 ? connectors : listOpds(root);
      // An OPD's own subgraph holds its settings itself.
      const here = opds.filter((opd) => !subgraphUrls.has(opd));
      checkProduction(environment, listConnectorSettings(root, here), listNamedFiles(config));
    }
    return startHub(environment, (line) => console.error(line));
  })();
  try {
    hub = await starting;
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
  if (endingSinceMs === undefined) onReady(hub);
}

function listNamedFiles({ issuersFile }: HubConfig): NamedFile[] {
  if (!issuersFile) return [];
  const issuers = readIssuersFile(issuersFile).map(({ issuer }) => issuer);
  return [{ setting: 'HUB_OIDC_ISSUERS_FILE', text: readFileSync(issuersFile, 'utf8'), issuers }];
}

if (import.meta.main) {
  await runHub(process.env, {
    isProduction: false,
    onReady: ({ url, embeddedDatabaseUrl }) => {
      // Whoever started the hub as a child may use its database server too, as the simulated city does.
      if (process.send) process.send({ ready: url, embeddedDatabaseUrl });
      else console.log(`The hub answers at ${url}`);
    },
  });
}
