import { printSchema as printSdl } from 'graphql';
import { buildPublicSchema } from '../../federation/index.ts';
import { composeCommittedSupergraph } from '../../hub.ts';
import type { Run } from '../command.ts';
import { parseFlags } from './parse-flags.ts';

/** Prints the supergraph that the subgraphs compose to now, or with `--public` the schema that clients see of it. */
export const printSchema: Run = async (args) => {
  const flags = parseFlags('schema print', args, { public: { type: 'boolean' } });
  const composed = composeCommittedSupergraph();
  // Nothing is added to it, so that what is sent to a file is what `schema compose` writes.
  process.stdout.write(flags.public ? `${printSdl(buildPublicSchema(composed))}\n` : composed);
  return 0;
};
