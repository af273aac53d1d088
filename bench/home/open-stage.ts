import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, processGroups } from '../contenders/contender.ts';
import { startContenders } from '../contenders/start-contenders.ts';
import { type CoreLayout, chooseCores, pin } from '../machine/cores.ts';
import { type RunningProcess, startProcess } from '../process/start-process.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { note } from './note.ts';
import { type OpenCity, openCity } from './open-city.ts';
import type { HomeOptions } from './options.ts';

/** Everything that runs while the bench measures. */
export interface Stage {
  readonly options: HomeOptions;
  readonly city: OpenCity;
  readonly contenders: readonly Contender[];
  readonly generator: RunningProcess<unknown>;
  readonly cores: CoreLayout;
  /** What every contender is sent. */
  readonly body: string;
}

/** Starts everything and puts each process on its core; the stack stops it. */
export async function openStage(options: HomeOptions, stack: AsyncDisposableStack): Promise<Stage> {
  const folder = makeTemporaryFolder(stack);
  note('Recording the answers of the simulated city …');
  const city = await openCity(folder, stack);
  note(`Starting ${options.only.join(', ')} …`);
  const contenders = await startContenders(options.only, { ...city, folder, isHubProfiled: options.profile }, stack);
  const script = join(import.meta.dirname, '../load/load-generator.ts');
  const generator = await startProcess({ name: 'load generator', script, env: city.env }, stack);
  const cores = chooseCores();
  for (const pid of [process.pid, city.upstream.pid, generator.pid]) pin(cores, pid, cores.others);
  for (const contender of contenders) {
    for (const group of processGroups) {
      for (const pid of contender.listPids(group)) pin(cores, pid, group === 'gateway' ? cores.gateway : cores.others);
    }
  }
  const query = readFileSync(join(import.meta.dirname, '../../schema/operations/home.graphql'), 'utf8');
  return { options, city, contenders, generator, cores, body: JSON.stringify({ query }) };
}
