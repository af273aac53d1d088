import { parseArgs } from 'node:util';
import type { Connector, Problem } from '../../connector/index.ts';
import { formatProblem } from '../../connector/index.ts';
import { composeSupergraph } from '../../federation/index.ts';
import { listCommittedSubgraphs, readSharedSdl } from '../../hub.ts';
import { buildSubgraph } from '../../subgraph/index.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { withProgress } from '../with-progress.ts';
import { checkSamples, type SampleResult } from './check-samples.ts';
import { chooseOpds, connectorsRoot, loadOffline } from './open-connectors.ts';

/** What a check found out about one OPD. */
interface OpdReport {
  readonly opd: string;
  readonly problems: readonly Problem[];
  readonly samples: readonly SampleResult[];
  readonly operations: number;
  /** Where its types do not fit into the graph of the whole city, or a personal field has no guard. */
  readonly misfits: readonly string[];
}

/** `connector check [<opd> …]`: everything that can be judged without calling anybody. */
export const runConnectorCheck: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const reports: OpdReport[] = [];
  for (const opd of chooseOpds(positionals)) reports.push(await withProgress(`Checking ${opd}`, () => checkOpd(opd)));
  const cityMisfits = reports.some(hasMistakes) ? [] : composeCity();
  const isBad = reports.some(hasMistakes) || cityMisfits.length > 0;
  if (values.json) console.log(JSON.stringify({ ok: !isBad, opds: reports.map(asJson), city: cityMisfits }, null, 2));
  else console.log([...reports.flatMap(format), ...cityMisfits].join('\n'));
  return isBad ? 1 : 0;
};

async function checkOpd(opd: string): Promise<OpdReport> {
  const { connector, problems } = loadOffline(opd);
  if (!connector || problems.length > 0) {
    await connector?.close();
    return { opd, problems, samples: [], operations: 0, misfits: [] };
  }
  try {
    const samples = connector.systems.flatMap((system) => checkSamples(connectorsRoot, opd, system));
    const operations = connector.systems.reduce((sum, one) => sum + one.operations.size + one.writes.size, 0);
    return { opd, problems, samples, operations, misfits: await findUnguarded(connector) };
  } finally {
    await connector.close();
  }
}

async function findUnguarded({ opd, sdl, resolvers }: Connector): Promise<readonly string[]> {
  try {
    const subgraph = await buildSubgraph({ name: opd, sdl, resolvers }, readSharedSdl());
    await subgraph.close();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Two OPDs may each be right and still not fit together. */
function composeCity(): readonly string[] {
  try {
    composeSupergraph(listCommittedSubgraphs());
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function hasMistakes({ problems, samples, misfits }: OpdReport): boolean {
  return problems.length + misfits.length > 0 || samples.some(({ differences }) => differences.length > 0);
}

function format(report: OpdReport): string[] {
  const { opd, problems, samples, operations, misfits } = report;
  const wrong = samples.flatMap(({ file, differences }) => differences.map((one) => `${file}: ${one}`));
  if (hasMistakes(report)) return [...problems.map(formatProblem), ...misfits, ...wrong];
  const tried = samples.length === 0 ? 'no samples' : `${samples.length} samples`;
  return [`${opd}: ${paint('green', 'ok')}${paint('dim', ` (${operations} operations, ${tried})`)}`];
}

function asJson(report: OpdReport) {
  return { ...report, ok: !hasMistakes(report) };
}
