import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import {
  type CompiledOperation,
  type Connector,
  listConnectorSettings,
  readSampleRecords,
} from '../../connector/index.ts';
import type { Run } from '../command.ts';
import { paint } from '../paint.ts';
import { withProgress } from '../with-progress.ts';
import { maskAnswer } from './mask.ts';
import { listUnreadable, maskRecord } from './mask-record.ts';
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
    const operation = getOperation(connector, name);
    const asked = readArguments(operation, pairs);
    const trial = await withProgress(`Asking ${opd}`, () => tryOperation(operation, asked));
    if (values.json) console.log(JSON.stringify(trial, null, 2));
    else console.log(format(trial).join('\n'));
    return trial.unreadable.length > 0 ? 1 : 0;
  } finally {
    await connector.close();
  }
};

interface Trial {
  readonly milliseconds: number;
  /** Letters and digits masked. */
  readonly answer: unknown;
  /** Letters and digits masked. */
  readonly records: readonly unknown[];
  /** Values that did not convert, and why. */
  readonly unreadable: readonly string[];
}

async function tryOperation(operation: CompiledOperation, args: Readonly<Record<string, string>>): Promise<Trial> {
  const begun = performance.now();
  const answer = await operation.ask(args);
  const milliseconds = Math.round(performance.now() - begun);
  const records = readSampleRecords(operation, answer);
  const unreadable = records.flatMap((record, index) =>
    listUnreadable(record).map((reason) => `record ${index + 1}: ${reason}`),
  );
  return { milliseconds, answer: maskAnswer(answer), records: records.map(maskRecord), unreadable };
}

/** @throws HubError BAD_USER_INPUT that lists what there is. */
function getOperation({ systems, opd }: Connector, name: string): CompiledOperation {
  const found = systems.flatMap((system) => system.operations.get(name) ?? []);
  const [operation] = found;
  if (operation) return operation;
  if (systems.some(({ writes }) => writes.has(name)))
    throw new HubError('BAD_USER_INPUT', `${name} changes something in the system, and a trial only reads`);
  const known = systems.flatMap(({ operations }) => [...operations.keys()]);
  throw new HubError('BAD_USER_INPUT', `${opd} has no operation "${name}"`, { fix: `It has: ${known.join(', ')}.` });
}

/** @throws HubError BAD_USER_INPUT for a parameter that is missing or unknown. */
function readArguments({ parameters, name }: CompiledOperation, pairs: readonly string[]): Record<string, string> {
  // What stands there may be somebody's number: it is not repeated.
  if (pairs.some((pair) => !pair.includes('=')))
    throw new HubError('BAD_USER_INPUT', `${name}: an argument is not <parameter>=<value>`, { fix: USAGE });
  const given = Object.fromEntries(
    pairs.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
  );
  const wrong = [
    ...[...parameters].filter((one) => !(one in given)).map((one) => `${one}=… is missing`),
    ...Object.keys(given).flatMap((one) => (parameters.has(one) ? [] : [`"${one}" is no parameter of it`])),
  ];
  if (wrong.length === 0) return given;
  const wanted = [...parameters].map((one) => `${one}=…`).join(' ');
  throw new HubError('BAD_USER_INPUT', `${name}: ${wrong.join('; ')}`, { fix: `It takes: ${wanted || 'nothing'}` });
}

function format({ milliseconds, answer, records, unreadable }: Trial): string[] {
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
