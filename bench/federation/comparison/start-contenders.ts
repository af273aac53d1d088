import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender, ContenderName } from '../../contenders/contender.ts';
import { type AnswersAt, describePeer } from '../../contenders/describe-peer.ts';
import { hubProfiler } from '../../contenders/hub/hub-profiler.ts';
import { startBareGateway } from '../../contenders/hub/start-bare-gateway.ts';
import { type ProcessOptions, startProcess } from '../../process/start-process.ts';
import type { RunningSubgraphs } from '../subgraphs/start-subgraphs.ts';
import type { FederationGroup } from './federation-group.ts';
import { FLOOR_FILE } from './floor-script.ts';
import { recordFloor } from './record-floor.ts';

/** What the contenders are started with. */
export interface ContenderSetting {
  readonly subgraphs: RunningSubgraphs;
  readonly folder: string;
  readonly body: string;
  readonly isHubProfiled: boolean;
}

/** Starts the named contenders, one after the other; the stack stops them. */
export async function startContenders(
  names: readonly ContenderName[],
  setting: ContenderSetting,
  stack: AsyncDisposableStack,
): Promise<readonly Contender<FederationGroup>[]> {
  const contenders: Contender<FederationGroup>[] = [];
  for (const name of names) contenders.push(await startContender(name, setting, stack));
  return contenders;
}

async function startContender(
  name: ContenderName,
  setting: ContenderSetting,
  stack: AsyncDisposableStack,
): Promise<Contender<FederationGroup>> {
  const { supergraphFile, process: server } = setting.subgraphs;
  const subgraphs = () => [server.pid];
  if (name === 'hub') {
    const {
      url,
      process: gateway,
      listPlanners,
    } = await startBareGateway(supergraphFile, stack, setting.isHubProfiled ? hubProfiler : []);
    return { name, url, gateway, processes: { gateway: () => [gateway.pid, ...listPlanners()], subgraphs } };
  }
  const options = name === 'floor' ? await describeFloor(setting, stack) : describePeer(name, { supergraphFile });
  const gateway = await startProcess<AnswersAt>(options, stack);
  return { name, url: gateway.ready.url, gateway, processes: { gateway: () => [gateway.pid], subgraphs } };
}

async function describeFloor(
  { subgraphs, folder, body }: ContenderSetting,
  stack: AsyncDisposableStack,
): Promise<ProcessOptions> {
  const floorFile = join(folder, 'floor.json');
  writeFileSync(floorFile, JSON.stringify(await recordFloor(subgraphs, body, stack)));
  const script = join(import.meta.dirname, 'floor-server.ts');
  return { name: 'floor', script, env: { [FLOOR_FILE]: floorFile } };
}
