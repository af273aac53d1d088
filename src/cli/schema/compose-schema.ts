import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../../base/hub-error.ts';
import { composeCommittedSupergraph } from '../../hub.ts';
import { projectRoot } from '../../project-root.ts';
import type { Run } from '../command.ts';
import { parseFlags } from './parse-flags.ts';
import { SUPERGRAPH_PATH } from './read-supergraph.ts';

/** Writes the committed supergraph, or with `--check` only tells whether it is what the subgraphs compose to. */
export const composeSchema: Run = async (args) => {
  const { check } = parseFlags('schema compose', args, { check: { type: 'boolean' } });
  const file = join(projectRoot, SUPERGRAPH_PATH);
  const composed = composeCommittedSupergraph();
  if (!check) {
    writeFileSync(file, composed);
    return 0;
  }
  if (readCommitted(file) === composed) return 0;
  throw new HubError('CONFIG_INVALID', `${SUPERGRAPH_PATH} is not what the subgraphs compose to now`, {
    fix: 'Write it anew: npm run hub -- schema compose',
  });
};

function readCommitted(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
