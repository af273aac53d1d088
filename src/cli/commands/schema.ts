import { HubError } from '../../base/hub-error.ts';
import type { Run } from '../command.ts';
import { checkSchema } from '../schema/check-schema.ts';
import { composeSchema } from '../schema/compose-schema.ts';
import { nameNearest } from '../schema/name-nearest.ts';
import { printSchema } from '../schema/print-schema.ts';

const actions: ReadonlyMap<string, Run> = new Map([
  ['compose', composeSchema],
  ['check', checkSchema],
  ['print', printSchema],
]);

export const runSchema: Run = async ([action, ...args]) => {
  const run = action === undefined ? undefined : actions.get(action);
  if (run) return run(args);
  const known = [...actions.keys()];
  const usage = `Usage: npm run hub -- schema ${known.join(' | ')}`;
  if (action === undefined) throw new HubError('BAD_USER_INPUT', 'Say what to do with the schema', { fix: usage });
  throw new HubError('BAD_USER_INPUT', `schema has no action "${action}"`, {
    fix: `${nameNearest(action, known)}${usage}`,
  });
};
