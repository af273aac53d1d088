import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../command/note.ts';
import type { RoundOptions } from '../command/round-options.ts';
import { startLoadGenerator } from '../load/start-load-generator.ts';
import { chooseCores } from '../machine/cores.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { placeOnCores, type Stage } from '../rounds/stage.ts';
import type { HomeGroup } from './home-group.ts';
import { type OpenCity, openCity } from './open-city.ts';
import { startContenders } from './start-contenders.ts';

/** Everything that runs while this bench measures. */
export interface HomeStage extends Stage<HomeGroup> {
  readonly options: RoundOptions;
  readonly city: OpenCity;
}

/** Starts everything and puts each process on its core; the stack stops it. */
export async function openStage(options: RoundOptions, stack: AsyncDisposableStack): Promise<HomeStage> {
  const folder = makeTemporaryFolder(stack);
  note('Recording the answers of the simulated city …');
  const city = await openCity(folder, stack);
  note(`Starting ${options.only.join(', ')} …`);
  const contenders = await startContenders(options.only, { ...city, folder, isHubProfiled: options.profile }, stack);
  const generator = await startLoadGenerator(stack, city.headersFile);
  const cores = chooseCores();
  placeOnCores(cores, contenders, [city.upstream, generator]);
  const query = readFileSync(join(import.meta.dirname, '../../schema/operations/home.graphql'), 'utf8');
  return { options, city, contenders, generator, cores, body: JSON.stringify({ query }) };
}
