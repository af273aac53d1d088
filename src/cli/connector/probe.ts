import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { type Connector, listConnectorSettings, type System } from '../../connector/index.ts';
import type { ProbeFinding } from '../../ports/probe-finding.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { withProgress } from '../with-progress.ts';
import { formatColumns } from './format-columns.ts';
import { connectorsRoot, openOpd } from './open-connectors.ts';
import { findSystemSettings } from './settings.ts';

interface FoundAt extends ProbeFinding {
  readonly system: string;
}

/** `connector probe <opd>`: is each system there, does it let the hub in, does what the file asks for exist. Only reads. */
export const runConnectorProbe: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [opd] = positionals;
  if (!opd) throw new HubError('BAD_USER_INPUT', 'Say which OPD: npm run hub -- connector probe <opd>');
  const connector = openOpd(opd, await findSystemSettings(listConnectorSettings(connectorsRoot, [opd])));
  try {
    const findings = await withProgress(`Looking at ${opd}`, () => probeConnector(connector));
    if (values.json) console.log(JSON.stringify(findings, null, 2));
    else console.log(formatColumns(findings.map(asRow)).join('\n'));
    return findings.some(({ state }) => state === 'problem') ? 1 : 0;
  } finally {
    await connector.close();
  }
};

async function probeConnector({ systems }: Connector): Promise<FoundAt[]> {
  const found = await Promise.all(systems.map(probeSystem));
  return found.flat();
}

async function probeSystem(system: System): Promise<FoundAt[]> {
  const ofSources = [...system.sources.values()].map(async ({ name, probe }) => {
    const findings = await probe();
    const shown = system.sources.size === 1 ? system.name : `${system.name}/${name}`;
    return findings.map((finding) => ({ system: shown, ...finding }));
  });
  const safe = [...system.operations.values()].filter(
    ({ source }) => system.sources.get(source)?.protocol.mayAskWithNothing,
  );
  const ofOperations = safe.map(async (operation) => {
    const nothing = Object.fromEntries([...operation.parameters].map((name) => [name, null]));
    const asked: ProbeFinding = await operation.ask(nothing).then(
      () => ({ what: operation.name, state: 'ok', message: 'all that it asks for is there' }),
      (error: unknown) => ({ what: operation.name, state: 'problem', message: sentenceOf(error) }),
    );
    return [{ system: system.name, ...asked }];
  });
  return (await Promise.all([...ofSources, ...ofOperations])).flat();
}

/** @throws what is a fault of the hub itself. */
function sentenceOf(error: unknown): string {
  if (error instanceof HubError) return error.message;
  throw error;
}

const COLOURS = { ok: 'green', warning: 'yellow', problem: 'red' } as const;

function asRow({ system, what, state, message }: FoundAt): readonly string[] {
  return [system, what, paint(COLOURS[state], state), message];
}
