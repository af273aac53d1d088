import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender, ContenderName } from '../contenders/contender.ts';
import { type AnswersAt, describePeer, type PeerName, peerNames } from '../contenders/describe-peer.ts';
import { type ProcessOptions, type RunningProcess, startProcess } from '../process/start-process.ts';
import { NIK_HEADER } from './city/citizens.ts';
import type { HomeGroup } from './home-group.ts';
import type { HomeSetting } from './home-setting.ts';
import { startHub } from './start-hub.ts';
import type { SubgraphsReady } from './subgraphs/subgraph-server.ts';

const scriptIn = (path: string): string => join(import.meta.dirname, path);

/** Starts the named contenders, and the subgraph servers when a peer needs them; the stack stops them. */
export async function startContenders(
  names: readonly ContenderName[],
  setting: HomeSetting,
  stack: AsyncDisposableStack,
): Promise<readonly Contender<HomeGroup>[]> {
  const start: Start = (options) => startProcess({ ...options, env: { ...setting.env, ...options.env } }, stack);
  const contenders: Contender<HomeGroup>[] = [];
  if (names.includes('floor')) contenders.push(await startFloor(start));
  if (names.includes('hub')) contenders.push(await startHub(setting, stack));
  const peers = peerNames.filter((name) => names.includes(name));
  if (peers.length > 0) contenders.push(...(await startPeers(start, peers, setting)));
  return contenders;
}

type Start = <Ready>(options: ProcessOptions) => Promise<RunningProcess<Ready>>;

async function startFloor(start: Start): Promise<Contender<HomeGroup>> {
  const gateway = await start<AnswersAt>({ name: 'floor', script: scriptIn('floor/floor-server.ts') });
  return createContender('floor', gateway, gateway.ready.url);
}

async function startPeers(
  start: Start,
  names: readonly PeerName[],
  { folder }: HomeSetting,
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
