import type { Contender, ContenderName } from '../../contenders/contender.ts';
import type { RunningProcess } from '../../process/start-process.ts';
import { askContender } from '../../rounds/ask-contender.ts';
import { findDifference } from '../../rounds/find-difference.ts';
import type { SubgraphsReply } from '../subgraphs/serve-subgraphs.ts';
import type { FederationGroup } from './federation-group.ts';

/** What every contender was seen to do. */
export interface CheckedAnswers {
  /** The answer as JSON without spaces. */
  readonly answerBytes: number;
  /** Calls to subgraphs that one query costs each contender. */
  readonly calls: ReadonlyMap<ContenderName, number>;
}

/**
 * Checks that every contender gives the same answer.
 * @throws Error that says which contender differs from the first, and where.
 */
export async function checkAnswers(
  contenders: readonly Contender<FederationGroup>[],
  body: string,
  subgraphs: RunningProcess<unknown>,
): Promise<CheckedAnswers> {
  let first: { readonly name: string; readonly answer: unknown } | undefined;
  const calls = new Map<ContenderName, number>();
  for (const contender of contenders) {
    const { name } = contender;
    await askContender(contender, body, [{}]); // plans the query
    const before = await subgraphs.ask<SubgraphsReply>({});
    const [answer] = await askContender(contender, body, [{}]);
    const after = await subgraphs.ask<SubgraphsReply>({});
    calls.set(name, after.calls - before.calls);
    first ??= { name, answer };
    const difference = findDifference(first.answer, answer);
    if (difference !== undefined)
      throw new Error(`Nothing was timed: ${first.name} and ${name} answer differently at ${difference}`);
  }
  return { answerBytes: Buffer.byteLength(JSON.stringify(first?.answer)), calls };
}
