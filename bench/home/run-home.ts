import { note } from '../command/note.ts';
import { pickCounts } from '../command/round-options.ts';
import { runBench } from '../command/run-bench.ts';
import { contenderNames } from '../contenders/contender.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { saveReport } from '../report/save-report.ts';
import { compareHub } from '../rounds/compare-hub.ts';
import { measureRounds } from '../rounds/measure-rounds.ts';
import { profileHub } from '../rounds/profile-hub.ts';
import { summarize } from '../rounds/summarize.ts';
import { checkAnswers } from './check-answers.ts';
import { countedGroups } from './home-group.ts';
import { checkLatency } from './latency-check.ts';
import { type HomeStage, openStage } from './open-stage.ts';
import { readOptions } from './options.ts';
import { formatReport, type HomeReport } from './report.ts';
import { cpuTargets } from './targets.ts';

const CHECKED_CITIZENS = 50;
const HUB_PACKAGES = ['@apollo/server', 'fastify', 'graphql', 'graphql-jit', 'mercurius', 'mercurius-auth', 'undici'];

/** The bench `home`: the Home query, answered by the hub and by each of the others. Returns the exit code. */
export function runHome(args: readonly string[]): Promise<number> {
  return runBench(async (stack) => measure(await openStage(readOptions(args), stack)));
}

async function measure(stage: HomeStage): Promise<void> {
  const { options, city, contenders, body } = stage;
  const checked = city.citizens.slice(0, CHECKED_CITIZENS);
  const calls = await checkAnswers({ contenders, citizens: checked, body, upstream: city.upstream });
  const callsPerHome = Math.max(...calls.values()) / checked.length;
  note(`${contenders.length} contenders give the same answers to ${checked.length} citizens.`);
  const report = await buildReport(stage, callsPerHome);
  saveReport('home', report, contenders.length === contenderNames.length);
  console.log(`\n${formatReport(report)}\n`);
  if (options.profile) await profileHub(stage, 'hub.cpuprofile');
}

async function buildReport(stage: HomeStage, callsPerHome: number): Promise<HomeReport> {
  const { options, city, contenders, generator, body } = stage;
  const rounds = await measureRounds(stage);
  const latencies = await checkLatency(contenders, generator, city.upstream, body);
  const measured = [...rounds].map(([name, all]) => ({
    name,
    median: summarize(all, countedGroups),
    slowedLatencyMs: latencies.get(name) ?? Number.NaN,
    rounds: all,
  }));
  const medians = new Map(measured.map(({ name, median }) => [name, median]));
  return {
    date: new Date().toISOString(),
    machine: describeMachine(HUB_PACKAGES),
    isPinned: stage.cores.isPinned,
    options: pickCounts(options),
    citizens: city.citizens.length,
    callsPerHome,
    contenders: measured,
    ratios: compareHub(medians, cpuTargets, ({ cpuMs }) => cpuMs.total),
  };
}
