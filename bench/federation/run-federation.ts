import { join } from 'node:path';
import { pickCounts } from '../command/round-options.ts';
import { runBench } from '../command/run-bench.ts';
import { contenderNames } from '../contenders/contender.ts';
import { chooseCores } from '../machine/cores.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { makeTemporaryFolder } from '../process/temporary-folder.ts';
import { saveReport } from '../report/save-report.ts';
import { measureComparison } from './comparison/measure-comparison.ts';
import { measureLarge } from './large/measure-large.ts';
import { measureMemory } from './memory/measure-memory.ts';
import { type FederationOptions, readOptions } from './options.ts';
import { type FederationReport, formatReport } from './report.ts';
import { startSubgraphs } from './subgraphs/start-subgraphs.ts';

const HUB_PACKAGES = ['@apollo/server', '@graphql-hive/router-query-planner', 'fastify', 'graphql', 'undici'];

/**
 * The bench `federation`: a heavy query to four subgraphs on another server, answered by the hub's bare gateway and by
 * each of the others; then the hub's memory, and a large supergraph. Returns the exit code.
 */
export function runFederation(args: readonly string[]): Promise<number> {
  return runBench(async (stack) => {
    const options = readOptions(args);
    const report = await measure(options, stack);
    const isComplete = options.only.length === contenderNames.length && !!report.memory && !!report.large;
    saveReport('federation', report, isComplete);
    console.log(`\n${formatReport(report)}\n`);
  });
}

async function measure(options: FederationOptions, stack: AsyncDisposableStack): Promise<FederationReport> {
  const folder = makeTemporaryFolder(stack);
  const cores = chooseCores();
  const subgraphs = await startSubgraphs('shop', join(import.meta.dirname, 'shop/shop-server.ts'), folder, stack);
  const comparison = await measureComparison({ options, subgraphs, cores, folder }, stack);
  const memory = options.isMemoryMeasured ? await measureMemory(subgraphs, cores, stack) : undefined;
  const large = options.isLargeMeasured ? await measureLarge(folder, cores, stack) : undefined;
  return {
    date: new Date().toISOString(),
    machine: describeMachine(HUB_PACKAGES),
    isPinned: cores.isPinned,
    options: pickCounts(options),
    ...comparison,
    ...(memory && { memory }),
    ...(large && { large }),
  };
}
