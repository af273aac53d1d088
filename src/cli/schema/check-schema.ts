import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { composeCommittedSupergraph } from '../../hub.ts';
import { projectRoot } from '../../project-root.ts';
import { readSampleOperations } from '../../sample-operations.ts';
import type { Run } from '../command.ts';
import { checkSupergraph } from './check-supergraph.ts';
import { parseFlags } from './parse-flags.ts';
import { readSupergraph, SUPERGRAPH_PATH } from './read-supergraph.ts';
import { reportCheck } from './report-check.ts';

/** Tells what the subgraphs as they are now would mean to apps that were written for a committed supergraph. */
export const checkSchema: Run = async (args) => {
  const { against = findCommitted(), 'allow-breaking': allowBreaking = false } = parseFlags('schema check', args, {
    against: { type: 'string' },
    'allow-breaking': { type: 'boolean' },
  });
  const before = readSupergraph(against, projectRoot);
  const operations = readSampleOperations(join(projectRoot, 'schema/operations'));
  const checked = await checkSupergraph(before, composeCommittedSupergraph(), operations);
  const { lines, exitCode } = reportCheck(checked, { allowBreaking });
  console.log(lines.join('\n'));
  return exitCode;
};

function findCommitted(): string {
  const file = join(projectRoot, SUPERGRAPH_PATH);
  if (existsSync(file)) return file;
  throw new HubError('BAD_USER_INPUT', `There is no ${SUPERGRAPH_PATH} to compare with`, {
    fix: 'Write it: npm run hub -- schema compose, or name another file or a commit: --against <file or ref>',
  });
}
