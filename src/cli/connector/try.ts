import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import {
  type CompiledOperation,
  checkTriedArguments,
  findTried,
  listConnectorSettings,
  type Trial,
  tryOperation,
} from '../../connector/index.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { withProgress } from '../with-progress.ts';
import { connectorsRoot, openOpd } from './open-connectors.ts';
import { findSystemSettings } from './settings.ts';

const USAGE = 'npm run hub -- connector try <opd> <operation> <parameter>=<value> …';

/** `connector try <opd> <operation> key=value …`: one live call, and everything that became of it. */
export const runConnectorTry: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [opd, name, ...pairs] = positionals;
  if (!opd || !name) throw new HubError('BAD_USER_INPUT', `Say what to ask: ${USAGE}`);
  const connector = openOpd(opd, await findSystemSettings(listConnectorSettings(connectorsRoot, [opd])));
  try {
    const operation = findTried(opd, connector.systems, name);
    const asked = readArguments(operation, pairs);
    const trial = await withProgress(`Asking ${opd}`, () => tryOperation(operation, asked, 'codes'));
    // Whose rows they are is for nobody to see.
    const { owners: _, ...shown } = trial;
    if (values.json) console.log(JSON.stringify(shown, null, 2));
    else console.log(format(shown).join('\n'));
    return trial.unreadable.length > 0 ? 1 : 0;
  } finally {
    await connector.close();
  }
};

/** @throws HubError BAD_USER_INPUT for what is no argument of it. */
function readArguments(operation: CompiledOperation, pairs: readonly string[]): Readonly<Record<string, string>> {
  // What stands there may be somebody's number: it is not repeated.
  if (pairs.some((pair) => !pair.includes('=')))
    throw new HubError('BAD_USER_INPUT', `${operation.name}: an argument is not <parameter>=<value>`, { fix: USAGE });
  const given = pairs.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]);
  return checkTriedArguments(operation, Object.fromEntries(given));
}

function format({ milliseconds, answer, records, unreadable }: Omit<Trial, 'owners'>): string[] {
  const count = `${records.length} record${records.length === 1 ? '' : 's'}`;
  return [
    paint('bold', `Answer after ${milliseconds} ms`) + paint('dim', '  (letters and digits masked)'),
    JSON.stringify(answer, null, 2),
    '',
    paint('bold', count),
    JSON.stringify(records, null, 2),
    '',
    ...(unreadable.length === 0
      ? [paint('green', 'Every value was understood.')]
      : [paint('red', 'Not understood:'), ...unreadable.map((one) => `  ${one}`)]),
  ];
}
