import { HubError } from '../../base/hub-error.ts';
import { OWNER } from '../../base/owner.ts';
import type { CompiledOperation } from '../compile/compile-operation.ts';
import type { System } from '../compile/compile-system.ts';
import { asSampleRecord } from '../run/read-sample-records.ts';
import { type Masking, maskAnswer } from './mask.ts';
import { listUnreadable, maskRecord } from './mask-record.ts';

/** What became of one live call, with nothing of anybody in it. */
export interface Trial {
  readonly milliseconds: number;
  /** Letters and digits masked. */
  readonly answer: unknown;
  /** Letters and digits masked. */
  readonly records: readonly unknown[];
  /** Values that did not convert, and why. */
  readonly unreadable: readonly string[];
  /** NIKs of those whom the rows name as their owners, in the rows' order: for whoever must write down who was touched. */
  readonly owners: readonly (string | undefined)[];
}

/** Makes one live call behind the guard of its source, past every cache. @throws HubError OPD_… */
export async function tryOperation(
  operation: CompiledOperation,
  args: Readonly<Record<string, string>>,
  masking: Masking,
): Promise<Trial> {
  const begun = performance.now();
  const answer = await operation.ask(args);
  const milliseconds = Math.round(performance.now() - begun);
  const mapped = operation.read(answer, undefined);
  const records = mapped.map((record) => asSampleRecord(operation, record));
  const unreadable = records.flatMap((record, index) =>
    listUnreadable(record).map((reason) => `record ${index + 1}: ${reason}`),
  );
  return {
    milliseconds,
    answer: maskAnswer(answer, masking),
    records: records.map((record) => maskRecord(record, masking)),
    unreadable,
    owners: mapped.map((record) => record[OWNER]),
  };
}

/** Finds what one of the systems can be asked. @throws HubError BAD_USER_INPUT that lists what there is. */
export function findTried(opd: string, systems: readonly System[], name: string): CompiledOperation {
  const [operation] = systems.flatMap((system) => system.operations.get(name) ?? []);
  if (operation) return operation;
  // What was asked for is not repeated: whoever mistypes may have had somebody's number at hand.
  if (systems.some(({ writes }) => writes.has(name)))
    throw new HubError('BAD_USER_INPUT', 'That changes something in the system, and a trial only reads.');
  const known = systems.flatMap(({ operations }) => [...operations.keys()]);
  throw new HubError('BAD_USER_INPUT', `${opd} has no such operation.`, { fix: `It has: ${known.join(', ')}.` });
}

/** Takes what an operation is asked with. @throws HubError BAD_USER_INPUT for a parameter that is missing or unknown. */
export function checkTriedArguments(
  { parameters, name }: CompiledOperation,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const missing = [...parameters].filter((one) => !Object.hasOwn(given, one)).map((one) => `${one}=… is missing`);
  const isUnknown = Object.keys(given).some((one) => !parameters.has(one));
  const wrong = [...missing, ...(isUnknown ? ['something is no parameter of it'] : [])];
  if (wrong.length === 0) return given;
  const wanted = [...parameters].map((one) => `${one}=…`).join(' ');
  throw new HubError('BAD_USER_INPUT', `${name}: ${wrong.join('; ')}`, { fix: `It takes: ${wanted || 'nothing'}` });
}
