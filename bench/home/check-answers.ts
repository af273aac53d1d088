import type { Contender } from '../contenders/contender.ts';
import type { RunningProcess } from '../process/start-process.ts';
import { askContender } from '../rounds/ask-contender.ts';
import { type LoggedInCitizen, toHeaders } from './city/citizens.ts';
import type { UpstreamReply } from './city/upstream.ts';
import { findHomeDifference } from './find-home-difference.ts';
import type { HomeGroup } from './home-group.ts';

export interface AnswersToCheck {
  readonly contenders: readonly Contender<HomeGroup>[];
  readonly citizens: readonly LoggedInCitizen[];
  readonly body: string;
  readonly upstream: RunningProcess<unknown>;
}

/** How many calls each contender made to the systems for the same citizens. */
export type UpstreamCalls = ReadonlyMap<string, number>;

/**
 * Checks that every contender gives the same answers out of as many calls to the systems.
 * @throws Error that says which contender differs from the first, and where.
 */
export async function checkAnswers({ contenders, citizens, body, upstream }: AnswersToCheck): Promise<UpstreamCalls> {
  const headers = citizens.map(toHeaders);
  let first: { readonly name: string; readonly answers: readonly unknown[] } | undefined;
  const calls = new Map<string, number>();
  for (const contender of contenders) {
    const { name } = contender;
    await askContender(contender, body, headers.slice(0, 1)); // logs in to whatever wants it
    const before = await upstream.ask<UpstreamReply>({});
    const answers = await askContender(contender, body, headers);
    const after = await upstream.ask<UpstreamReply>({});
    calls.set(name, after.calls - before.calls);
    first ??= { name, answers };
    const { name: firstName, answers: expected } = first;
    for (const [index, answer] of answers.entries()) {
      const difference = findHomeDifference(expected[index], answer);
      if (difference !== undefined)
        throw new Error(`Nothing was timed: ${firstName} and ${name} answer differently at ${difference}`);
    }
    if (calls.get(name) !== calls.get(firstName))
      throw new Error(`Nothing was timed: ${firstName} made ${calls.get(firstName)} calls, ${name} ${calls.get(name)}`);
  }
  return calls;
}
