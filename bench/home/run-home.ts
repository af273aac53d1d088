import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contenderNames } from '../contenders/contender.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { withCleanup } from '../process/with-cleanup.ts';
import { checkAnswers } from './check-answers.ts';
import { checkLatency } from './latency-check.ts';
import { measureRounds } from './measure-rounds.ts';
import { note } from './note.ts';
import { openStage, type Stage } from './open-stage.ts';
import { readOptions } from './options.ts';
import { profileHub } from './profile-hub.ts';
import { formatReport, type HomeReport } from './report.ts';
import { compareHub, summarize } from './summarize.ts';

const resultsDir = join(import.meta.dirname, '../results');
const CHECKED_CITIZENS = 50;

/** The bench `home`: the Home query, answered by the hub and by each of the others. Returns the exit code. */
export async function runHome(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (process.platform !== 'linux') throw new Error('The bench reads CPU times from /proc: run it on Linux.');
    await withCleanup(async (stack) => measure(await openStage(options, stack)));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function measure(stage: Stage): Promise<void> {
  const { options, city, contenders, generator, body } = stage;
  const checked = city.citizens.slice(0, CHECKED_CITIZENS);
  const calls = await checkAnswers({ contenders, citizens: checked, body, upstream: city.upstream });
  const callsPerHome = Math.max(...calls.values()) / checked.length;
  note(`${contenders.length} contenders give the same answers to ${checked.length} citizens.`);
  const report = await buildReport(stage, callsPerHome);
  mkdirSync(resultsDir, { recursive: true });
  // A run with fewer contenders does not replace the figures that README shows.
  const file = contenders.length === contenderNames.length ? 'home.json' : 'home-partial.json';
  writeFileSync(join(resultsDir, file), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\n${formatReport(report)}\n`);
  const hub = contenders.find(({ name }) => name === 'hub');
  if (options.profile && hub) {
    const order = { body, requests: options.requests, connections: options.connections };
    note(`Profile: ${relative(process.cwd(), await profileHub(hub, generator, order, resultsDir))}`);
  }
}

async function buildReport(stage: Stage, callsPerHome: number): Promise<HomeReport> {
  const { options, city, contenders, generator, body } = stage;
  const rounds = await measureRounds(stage);
  const latencies = await checkLatency(contenders, generator, city.upstream, body);
  const summaries = new Map([...rounds].map(([name, all]) => [name, summarize(all)]));
  return {
    date: new Date().toISOString(),
    machine: describeMachine(),
    isPinned: stage.cores.isPinned,
    options: { rounds: options.rounds, requests: options.requests, connections: options.connections },
    citizens: city.citizens.length,
    callsPerHome,
    contenders: [...rounds].map(([name, all]) => ({
      name,
      median: summarize(all),
      slowedLatencyMs: latencies.get(name) ?? Number.NaN,
      rounds: all,
    })),
    ratios: compareHub(summaries),
  };
}
