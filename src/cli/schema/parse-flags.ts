import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { HubError } from '../../base/hub-error.ts';
import { nameNearest } from './name-nearest.ts';

/**
 * Reads the flags of a command that takes nothing else.
 * @throws HubError BAD_USER_INPUT for an unknown flag, with the nearest that there is, or for anything that is no flag.
 */
export function parseFlags<const Options extends ParseArgsOptionsConfig>(
  command: string,
  args: string[],
  options: Options,
) {
  const known = Object.keys(options).map((name) => `--${name}`);
  const fix = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes no flags.';
  for (const token of parseArgs({ args, options, strict: false, tokens: true }).tokens) {
    if (token.kind === 'positional')
      throw new HubError('BAD_USER_INPUT', `${command} can do nothing with "${token.value}"`, { fix });
    if (token.kind === 'option' && !known.includes(token.rawName)) {
      throw new HubError('BAD_USER_INPUT', `${command} has no flag ${token.rawName}`, {
        fix: `${nameNearest(token.rawName, known)}${fix}`,
      });
    }
  }
  return parseArgs({ args, options }).values;
}
