import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { composeCommittedSupergraph } from '../../hub.ts';
import { projectRoot } from '../../project-root.ts';
import type { Run } from '../command.ts';

const file = join(projectRoot, 'schema/supergraph.graphql');

export const runSchema: Run = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  if (positionals[0] !== 'compose')
    throw new HubError('BAD_USER_INPUT', 'Say what to do: npm run hub -- schema compose [--check]');
  const composed = composeCommittedSupergraph();
  if (!values.check) {
    writeFileSync(file, composed);
    return 0;
  }
  if (readCommitted() === composed) return 0;
  throw new HubError('CONFIG_INVALID', 'schema/supergraph.graphql is not what the subgraphs compose to now', {
    fix: 'Write it anew: npm run hub -- schema compose',
  });
};

function readCommitted(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
