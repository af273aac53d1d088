import { describe, expect, it } from 'vitest';
import type { Database } from '../store/index.ts';
import { createChainWriter } from './chain-writer.ts';

describe('the writer of the chain', () => {
  it('waits for no answer of the database without an end, for the head neither', async () => {
    const asked: unknown[] = [];
    const query = async (given: unknown) => {
      asked.push(given);
      return { rows: [{ seq: '0', hash: Buffer.alloc(32) }], rowCount: 0 };
    };
    const pool = { query, connect: async () => ({ query, release: () => {} }) };
    await expect(createChainWriter({ pool } as unknown as Database).append([])).resolves.toBeDefined();
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(one).toMatchObject({ query_timeout: expect.any(Number) });
  });
});
