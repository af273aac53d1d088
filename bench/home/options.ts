import { parseArgs } from 'node:util';
import { type ContenderName, contenderNames } from '../contenders/contender.ts';

/** What the command line says. */
export interface HomeOptions {
  readonly rounds: number;
  readonly requests: number;
  readonly connections: number;
  readonly only: readonly ContenderName[];
  readonly profile: boolean;
}

const defaults = { rounds: '5', requests: '5000', connections: '32', only: contenderNames.join(','), profile: false };

/** Reads the flags. @throws Error whose message says which flag is wrong. */
export function readOptions(args: readonly string[]): HomeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: defaults.rounds },
      requests: { type: 'string', default: defaults.requests },
      connections: { type: 'string', default: defaults.connections },
      only: { type: 'string', default: defaults.only },
      profile: { type: 'boolean', default: defaults.profile },
    },
  });
  const asked = values.only.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !contenderNames.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`--only: there is no "${unknown}"; known: ${contenderNames.join(', ')}`);
  const only = contenderNames.filter((name) => asked.includes(name));
  if (values.profile && !only.includes('hub')) throw new Error('--profile profiles the hub, which --only leaves out');
  return {
    rounds: readCount('--rounds', values.rounds),
    requests: readCount('--requests', values.requests),
    connections: readCount('--connections', values.connections),
    only,
    profile: values.profile,
  };
}

function readCount(flag: string, text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Error(`${flag} must be a whole number above 0`);
}
