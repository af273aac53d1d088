import type { Client } from 'pg';
import { HubError } from '../../base/hub-error.ts';

/** Does work in a transaction. @throws HubError INTERNAL in place of what PostgreSQL says, because it quotes values. */
export async function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw asStoreError(error);
  }
}

/** What PostgreSQL says quotes values. */
function asStoreError(cause: unknown): unknown {
  if (cause instanceof HubError) return cause;
  const code = String((cause as { code?: unknown }).code ?? 'no answer');
  return new HubError('INTERNAL', `The database did not take a page (${code})`, { retryable: true, cause });
}
