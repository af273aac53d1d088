import { parseArgs } from 'node:util';
import { type RoundOptions, readRoundOptions, roundFlags } from '../command/round-options.ts';

/** What the command line says. */
export interface FederationOptions extends RoundOptions {
  readonly isMemoryMeasured: boolean;
  readonly isLargeMeasured: boolean;
}

/** Reads the flags. @throws Error whose message says which flag is wrong. */
export function readOptions(args: readonly string[]): FederationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...roundFlags,
      requests: { type: 'string', default: '2000' },
      'skip-memory': { type: 'boolean', default: false },
      'skip-large': { type: 'boolean', default: false },
    },
  });
  const options = readRoundOptions(values);
  // Both are the hub's alone.
  const isHubMeasured = options.only.includes('hub');
  return {
    ...options,
    isMemoryMeasured: isHubMeasured && !values['skip-memory'],
    isLargeMeasured: isHubMeasured && !values['skip-large'],
  };
}
