import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../../command/note.ts';
import type { RoundOptions } from '../../command/round-options.ts';
import type { ContenderName } from '../../contenders/contender.ts';
import { startLoadGenerator } from '../../load/start-load-generator.ts';
import type { CoreLayout } from '../../machine/cores.ts';
import { compareHub, type Ratio } from '../../rounds/compare-hub.ts';
import type { Round } from '../../rounds/measure-round.ts';
import { measureRounds } from '../../rounds/measure-rounds.ts';
import { profileHub } from '../../rounds/profile-hub.ts';
import { placeOnCores } from '../../rounds/stage.ts';
import { type Summary, summarize } from '../../rounds/summarize.ts';
import type { RunningSubgraphs } from '../subgraphs/start-subgraphs.ts';
import { checkAnswers } from './check-answers.ts';
import { countedGroups, type FederationGroup } from './federation-group.ts';
import { startContenders } from './start-contenders.ts';
import { cpuTargets, rateTargets } from './targets.ts';

/** What the rounds found out. */
export interface Comparison {
  readonly answerBytes: number;
  readonly contenders: readonly ComparedContender[];
  readonly cpuRatios: readonly Ratio[];
  readonly rateRatios: readonly Ratio[];
}

export interface ComparedContender {
  readonly name: ContenderName;
  readonly subgraphCalls: number;
  readonly median: Summary<FederationGroup>;
  readonly rounds: readonly Round<FederationGroup>[];
}

export interface ComparisonSetting {
  readonly options: RoundOptions;
  readonly subgraphs: RunningSubgraphs;
  readonly cores: CoreLayout;
  readonly folder: string;
}

/** Lets every contender answer the shop's heavy query, and measures them in rounds once all answers are equal. */
export async function measureComparison(
  { options, subgraphs, cores, folder }: ComparisonSetting,
  stack: AsyncDisposableStack,
): Promise<Comparison> {
  await using part = stack.use(new AsyncDisposableStack());
  const query = readFileSync(join(import.meta.dirname, '../shop/query.graphql'), 'utf8');
  const body = JSON.stringify({ query });
  note(`Starting ${options.only.join(', ')} …`);
  const setting = { subgraphs, folder, body, isHubProfiled: options.profile };
  const contenders = await startContenders(options.only, setting, part);
  const generator = await startLoadGenerator(part);
  placeOnCores(cores, contenders, [subgraphs.process, generator]);
  const { answerBytes, calls } = await checkAnswers(contenders, body, subgraphs.process);
  note(`${contenders.length} contenders give the same answer of ${answerBytes} bytes.`);
  const stage = { options, contenders, generator, cores, body };
  const rounds = await measureRounds(stage);
  const compared = [...rounds].map(([name, all]) => ({
    name,
    subgraphCalls: calls.get(name) ?? Number.NaN,
    median: summarize(all, countedGroups),
    rounds: all,
  }));
  const medians = new Map(compared.map(({ name, median }) => [name, median]));
  if (options.profile) await profileHub(stage, 'federation-hub.cpuprofile');
  return {
    answerBytes,
    contenders: compared,
    cpuRatios: compareHub(medians, cpuTargets, ({ cpuMs }) => cpuMs.total),
    rateRatios: compareHub(medians, rateTargets, ({ requestsPerSecond }) => requestsPerSecond),
  };
}
