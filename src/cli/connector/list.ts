import { parseArgs } from 'node:util';
import { listConnectorSettings } from '../../connector/index.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { formatColumns } from './format-columns.ts';
import { chooseOpds, connectorsRoot, loadOffline } from './open-connectors.ts';
import { findSystemSettings } from './settings.ts';

/** One legacy system in the list. */
interface ListedSystem {
  readonly opd: string;
  readonly system: string;
  readonly protocols: readonly string[];
  readonly operations: readonly string[];
  readonly state: 'ready' | 'settings missing' | 'mistakes';
  readonly missing: readonly string[];
  readonly describe: string;
}

/** `connector list`: every legacy system, what it can be asked, and whether it could be called from here. */
export const runConnectorList: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const opds = chooseOpds(positionals);
  const settings = await findSystemSettings(listConnectorSettings(connectorsRoot, opds));
  const systems = (await Promise.all(opds.map((opd) => listSystems(opd, settings)))).flat();
  if (values.json) console.log(JSON.stringify(systems, null, 2));
  else console.log(formatColumns(systems.map(asRow)).join('\n'));
  return 0;
};

async function listSystems(opd: string, settings: Readonly<Record<string, string | undefined>>) {
  const { connector, problems } = loadOffline(opd);
  if (!connector) {
    return [{ opd, system: '?', protocols: [], operations: [], state: 'mistakes', missing: [], describe: '' } as const];
  }
  const missing = listConnectorSettings(connectorsRoot, [opd]).filter((name) => !settings[name]);
  const listed = connector.systems.map(({ name, describe, sources, operations, writes }): ListedSystem => {
    const state = problems.length > 0 ? 'mistakes' : missing.length > 0 ? 'settings missing' : 'ready';
    const protocols = [...new Set([...sources.values()].map(({ protocol }) => protocol.name))];
    return {
      opd,
      system: name,
      protocols,
      operations: [...operations.keys(), ...writes.keys()],
      state,
      missing,
      describe,
    };
  });
  await connector.close();
  return listed;
}

function asRow({ opd, system, protocols, operations, state, missing }: ListedSystem): readonly string[] {
  const shown = state === 'ready' ? paint('green', state) : paint('yellow', state);
  const remedy = state === 'mistakes' ? `npm run hub -- connector check ${opd}` : missing.join(', ');
  return [opd, system, protocols.join('+'), `${operations.length} operations`, shown, remedy];
}
