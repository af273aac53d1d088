import { parseArgs } from 'node:util';
import { type RoundOptions, readRoundOptions, roundFlags } from '../command/round-options.ts';

/** Reads the flags. @throws Error whose message says which flag is wrong. */
export function readOptions(args: readonly string[]): RoundOptions {
  return readRoundOptions(parseArgs({ args: [...args], options: roundFlags }).values);
}
