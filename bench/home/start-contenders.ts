import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender, ContenderName } from '../contenders/contender.ts';
import { type AnswersAt, describePeer, type PeerName, peerNames } from '../contenders/describe-peer.ts';
import { hubProfiler } from '../contenders/hub/hub-profiler.ts';
import { listDescendants } from '../machine/cpu-time.ts';
import { type ProcessOptions, type RunningProcess, startProcess } from '../process/start-process.ts';
import { NIK_HEADER } from './city/citizens.ts';
import type { HomeGroup } from './home-group.ts';
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

const scriptIn = (path: string): string => join(import.meta.dirname, path);

/** Starts the named contenders, and the subgraph servers when a peer needs them; the stack stops them. */
export async function startContenders(
  names: readonly ContenderName[],
  setting: ContenderSetting,
  stack: AsyncDisposableStack,
): Promise<readonly Contender<HomeGroup>[]> {
  const start: Start = (options) => startProcess({ ...options, env: { ...setting.env, ...options.env } }, stack);
  const contenders: Contender<HomeGroup>[] = [];
  if (names.includes('floor')) contenders.push(await startFloor(start));
  if (names.includes('hub')) contenders.push(await startHub(start, setting));
  const peers = peerNames.filter((name) => names.includes(name));
  if (peers.length > 0) contenders.push(...(await startPeers(start, peers, setting)));
  return contenders;
}

type Start = <Ready>(options: ProcessOptions) => Promise<RunningProcess<Ready>>;

async function startFloor(start: Start): Promise<Contender<HomeGroup>> {
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
    nodeArguments: isHubProfiled ? hubProfiler : [],
  });
  return createContender('hub', gateway, `${gateway.ready}/graphql`, {
    // All that the hub starts is its embedded database, and the planner, which idles once the query is planned.
    postgres: () => listDescendants(gateway.pid),
  });
}

async function startPeers(
  start: Start,
  names: readonly PeerName[],
  { folder }: ContenderSetting,
): Promise<Contender<HomeGroup>[]> {
  const subgraphs = await start<SubgraphsReady>({
    name: 'subgraphs',
    script: scriptIn('subgraphs/subgraph-server.ts'),
  });
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, subgraphs.ready.supergraphSdl);
  const contenders: Contender<HomeGroup>[] = [];
  for (const name of names) {
    const gateway = await start<AnswersAt>(describePeer(name, { supergraphFile, forwardedHeader: NIK_HEADER }));
    contenders.push(createContender(name, gateway, gateway.ready.url, { subgraphs: () => [subgraphs.pid] }));
  }
  return contenders;
}

function createContender(
  name: ContenderName,
  gateway: RunningProcess<unknown>,
  url: string,
  others: Partial<Record<HomeGroup, () => readonly number[]>> = {},
): Contender<HomeGroup> {
  const none = () => [];
  return {
    name,
    url,
    gateway,
    processes: { gateway: () => [gateway.pid], subgraphs: none, postgres: none, ...others },
  };
}
