import { Pool } from 'undici';
import { post } from '../../load/post.ts';

/** A legacy system as the hand-written server knows it. */
export interface LegacySystem {
  ask(path: string, body: object, headers?: Record<string, string>): Promise<unknown>;
}

// As many as the connector files allow.
const CONNECTIONS = 16;

/** Opens a system over kept connections. */
export function createLegacySystem(address = ''): LegacySystem {
  const { origin, pathname } = new URL(address);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  return {
    ask: async (path, body, headers = {}) => {
      const answer = await post(
        pool,
        pathname + path,
        { accept: 'application/json', 'content-type': 'application/json', ...headers },
        JSON.stringify(body),
      );
      if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
      return JSON.parse(answer.body.toString('utf8'));
    },
  };
}
