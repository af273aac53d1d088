import type { SubgraphAnswer } from '../../link.ts';
import type { SentAnswer } from './subgraph-call.ts';

/** Identical calls that are under way at once, made once. */
export interface SharedCalls {
  /** Gives each asker an answer of its own: the engine merges into what it gets. */
  get(key: string, send: () => Promise<SentAnswer>): Promise<SubgraphAnswer>;
}

export function createSharedCalls(): SharedCalls {
  const underWay = new Map<string, Promise<SentAnswer>>();
  return {
    get: async (key, send) => {
      const known = underWay.get(key);
      if (known) return (await known).reread();
      const sent = send();
      underWay.set(key, sent);
      try {
        return (await sent).answer;
      } finally {
        underWay.delete(key);
      }
    },
  };
}
