import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDescendants } from '../machine/cpu-time.ts';
import { type ProcessOptions, type RunningProcess, startProcess } from '../process/start-process.ts';
import type { Contender, ContenderName, ProcessGroup } from './contender.ts';
import type { SubgraphsReady } from './subgraphs/subgraph-server.ts';

/** What the contenders are started with. */
export interface ContenderSetting {
  /** Settings of the legacy systems and where the citizens are, for every process. */
  readonly env: Readonly<Record<string, string>>;
  readonly issuerUrl: string;
  readonly linksFile: string;
  /** A folder for whatever they need to write. */
  readonly folder: string;
  readonly isHubProfiled: boolean;
}

interface AnswersAt {
  readonly url: string;
}

const scriptIn = (path: string): string => join(import.meta.dirname, path);

/** Starts the named contenders, and the subgraph servers when a peer needs them; the stack stops them. */
export async function startContenders(
  names: readonly ContenderName[],
  setting: ContenderSetting,
  stack: AsyncDisposableStack,
): Promise<readonly Contender[]> {
  const start: Start = (options) => startProcess({ ...options, env: { ...setting.env, ...options.env } }, stack);
  const contenders: Contender[] = [];
  if (names.includes('floor')) contenders.push(await startFloor(start));
  if (names.includes('hub')) contenders.push(await startHub(start, setting));
  const peers = names.filter((name) => name === 'hive' || name === 'apollo');
  if (peers.length > 0) contenders.push(...(await startPeers(start, peers, setting)));
  return contenders;
}

type Start = <Ready>(options: ProcessOptions) => Promise<RunningProcess<Ready>>;

async function startFloor(start: Start): Promise<Contender> {
  const gateway = await start<AnswersAt>({ name: 'floor', script: scriptIn('floor/floor-server.ts') });
  return createContender('floor', gateway, gateway.ready.url);
}

async function startHub(start: Start, { issuerUrl, linksFile, folder, isHubProfiled }: ContenderSetting) {
  const dataDir = join(folder, 'hub');
  mkdirSync(dataDir);
  const gateway = await start<string>({
    name: 'hub',
    script: scriptIn('../../src/main.ts'),
    env: {
      PORT: '0',
      HUB_DATA_DIR: dataDir,
      HUB_OIDC_ISSUER: issuerUrl,
      HUB_LINKS_FILE: linksFile,
    },
    nodeArguments: isHubProfiled ? ['--import', scriptIn('hub/profile-on-request.mjs')] : [],
  });
  return createContender('hub', gateway, `${gateway.ready}/graphql`, {
    // All that the hub starts is its embedded database.
    postgres: () => listDescendants(gateway.pid),
  });
}

async function startPeers(
  start: Start,
  names: readonly ('hive' | 'apollo')[],
  { folder }: ContenderSetting,
): Promise<Contender[]> {
  const subgraphs = await start<SubgraphsReady>({
    name: 'subgraphs',
    script: scriptIn('subgraphs/subgraph-server.ts'),
  });
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, subgraphs.ready.supergraphSdl);
  // Apollo Gateway would else look for a cloud's metadata server and report its use: neither is on this machine.
  const env = { BENCH_SUPERGRAPH_FILE: supergraphFile, APOLLO_TELEMETRY_DISABLED: 'true' };
  const contenders: Contender[] = [];
  for (const name of names) {
    const gateway = await start<AnswersAt>({ name, script: scriptIn(`${name}/${name}-server.ts`), env });
    contenders.push(createContender(name, gateway, gateway.ready.url, { subgraphs: () => [subgraphs.pid] }));
  }
  return contenders;
}

function createContender(
  name: ContenderName,
  gateway: RunningProcess<unknown>,
  url: string,
  others: Partial<Record<ProcessGroup, () => readonly number[]>> = {},
): Contender {
  return {
    name,
    url,
    gateway,
    listPids: (group) => (group === 'gateway' ? [gateway.pid] : (others[group]?.() ?? [])),
  };
}
