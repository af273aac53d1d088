import type { PreparedFetch, SubgraphAnswer, SubgraphLink } from '../../../src/federation/link.ts';

/** How a subgraph of a case misbehaves, on entity fetches or on every fetch. */
export interface Fault {
  readonly on: 'entities' | 'all';
  readonly as: 'throw' | 'null' | 'null-with-error' | 'error-without-path' | 'one-too-few' | 'garbage' | 'stray-path';
}

/** Makes a link misbehave as its case says. */
export function createFaultLink(link: SubgraphLink, fault: Fault): SubgraphLink {
  return {
    name: link.name,
    prepare: (operation) => {
      const fetch = link.prepare(operation);
      return fault.on === 'all' || operation.includes('_entities') ? spoil(fetch, fault) : fetch;
    },
  };
}

function spoil(fetch: PreparedFetch, fault: Fault): PreparedFetch {
  return async (variables, context) => {
    const answer = await fetch(variables, context);
    switch (fault.as) {
      case 'throw':
        throw new Error('The subgraph is unreachable');
      case 'null':
        return { data: null };
      case 'null-with-error':
        return { data: null, errors: [{ message: 'Too busy', extensions: { code: 'BUSY' } }] };
      case 'error-without-path':
        return { ...answer, errors: [{ message: 'Nearly out of disk', extensions: { code: 'WARNING' } }] };
      case 'stray-path':
        return { ...answer, errors: [{ message: 'Lost', path: ['elsewhere', 3], extensions: { code: 'LOST' } }] };
      case 'garbage':
        return 'gateway timeout' as unknown as SubgraphAnswer;
      case 'one-too-few':
        return { data: { _entities: (answer.data?._entities as unknown[] | undefined)?.slice(0, -1) } };
    }
  };
}
