import { note } from '../command/note.ts';
import type { ContenderName } from '../contenders/contender.ts';
import { measureRound, type Round } from './measure-round.ts';
import type { Stage } from './stage.ts';

// V8 goes on optimising for some thousand requests.
const WARM_UP_ROUNDS = 2;

/** The rounds of each contender. */
export type MeasuredRounds<Group extends string> = ReadonlyMap<ContenderName, readonly Round<Group>[]>;

/** Every contender in turn, again and again, so that what else the machine does falls on all of them alike. */
export async function measureRounds<Group extends string>(stage: Stage<Group>): Promise<MeasuredRounds<Group>> {
  const { options, contenders, generator, cores, body } = stage;
  const order = { bodies: [body], requests: options.requests, connections: options.connections };
  const rounds = new Map<ContenderName, Round<Group>[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1 - WARM_UP_ROUNDS; round <= options.rounds; round++) {
    note(round < 1 ? 'Warming up …' : `Round ${round} of ${options.rounds} …`);
    for (const contender of contenders) {
      const measured = await measureRound(contender, generator, cores, order);
      if (round > 0) rounds.get(contender.name)?.push(measured);
    }
  }
  return rounds;
}
