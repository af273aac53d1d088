import { createUnderWay } from '../../../base/under-way.ts';
import type { SubgraphAnswer } from '../../link.ts';
import type { SentAnswer } from './subgraph-call.ts';

/** Identical calls that are under way at once, made once. */
export interface SharedCalls {
  /** Gives each asker an answer of its own: the engine merges into what it gets. */
  get(key: string, send: () => Promise<SentAnswer>): Promise<SubgraphAnswer>;
}

export function createSharedCalls(): SharedCalls {
  const underWay = createUnderWay<SentAnswer>();
  return {
    get: async (key, send) => {
      let isFirst = false;
      const sent = await underWay.join(key, () => {
        isFirst = true;
        return send();
      });
      return isFirst ? sent.answer : sent.reread();
    },
  };
}
