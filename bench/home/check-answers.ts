import { Pool } from 'undici';
import type { LoggedInCitizen } from '../city/citizens.ts';
import type { UpstreamReply } from '../city/upstream.ts';
import type { Contender } from '../contenders/contender.ts';
import { post } from '../load/post.ts';
import type { RunningProcess } from '../process/start-process.ts';
import { findDifference } from './find-difference.ts';

export interface AnswersToCheck {
  readonly contenders: readonly Contender[];
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
  let first: { readonly name: string; readonly answers: readonly unknown[] } | undefined;
  const calls = new Map<string, number>();
  for (const { name, url } of contenders) {
    await askAll(name, url, citizens.slice(0, 1), body); // logs in to whatever wants it
    const before = await upstream.ask<UpstreamReply>({});
    const answers = await askAll(name, url, citizens, body);
    const after = await upstream.ask<UpstreamReply>({});
    calls.set(name, after.calls - before.calls);
    first ??= { name, answers };
    const { name: firstName, answers: expected } = first;
    for (const [index, answer] of answers.entries()) {
      const difference = findDifference(expected[index], answer);
      if (difference !== undefined)
        throw new Error(`Nothing was timed: ${firstName} and ${name} answer differently at ${difference}`);
    }
    if (calls.get(name) !== calls.get(firstName))
      throw new Error(`Nothing was timed: ${firstName} made ${calls.get(firstName)} calls, ${name} ${calls.get(name)}`);
  }
  return calls;
}

async function askAll(
  name: string,
  url: string,
  citizens: readonly LoggedInCitizen[],
  body: string,
): Promise<readonly unknown[]> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 1 });
  const answers: unknown[] = [];
  for (const { token, nik } of citizens) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-nik': nik };
    const answer = await post(pool, pathname, headers, body);
    const text = answer.body.toString('utf8');
    const value = answer.status === 200 ? (JSON.parse(text) as { errors?: unknown; data?: { me?: unknown } }) : {};
    if (!value.data?.me || value.errors)
      throw new Error(`Nothing was timed: ${name} answered HTTP ${answer.status}: ${text.slice(0, 500)}`);
    answers.push(value);
  }
  await pool.close();
  return answers;
}
