import { type ContenderName, contenderNames } from '../contenders/contender.ts';

/** How much is measured. */
export interface RoundCounts {
  readonly rounds: number;
  readonly requests: number;
  readonly connections: number;
}

/** What the command line of every bench says. */
export interface RoundOptions extends RoundCounts {
  readonly only: readonly ContenderName[];
  readonly profile: boolean;
}

/** The flags of every bench, for `parseArgs`. */
export const roundFlags = {
  rounds: { type: 'string', default: '5' },
  requests: { type: 'string', default: '5000' },
  connections: { type: 'string', default: '32' },
  only: { type: 'string', default: contenderNames.join(',') },
  profile: { type: 'boolean', default: false },
} as const;

/** The values of these flags as `parseArgs` gives them. */
export type RoundValues = {
  readonly [Flag in keyof typeof roundFlags]: (typeof roundFlags)[Flag]['type'] extends 'string' ? string : boolean;
};

/** Reads the flags that every bench has. @throws Error whose message says which flag is wrong. */
export function readRoundOptions(values: RoundValues): RoundOptions {
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

/** The counts alone, as a report keeps them. */
export function pickCounts({ rounds, requests, connections }: RoundOptions): RoundCounts {
  return { rounds, requests, connections };
}

function readCount(flag: string, text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Error(`${flag} must be a whole number above 0`);
}
