import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

/** What a listener is told. Between `onDown` and the next `onUp`, messages are lost. */
export interface ListenHandlers {
  onMessage(payload: string): void;
  onUp(): void;
  onDown(): void;
}

export interface Listener {
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/**
 * Listens to a channel on a connection of its own, which is opened again, ever more slowly, whenever it breaks. It
 * needs a session: a pooler in transaction mode between hub and PostgreSQL delivers nothing.
 */
export function listen(db: Pick<Database, 'createClient'>, channel: string, handlers: ListenHandlers): Listener {
  const closing = new AbortController();
  const closed = closing.signal;

  async function listenOnce(): Promise<void> {
    const client = db.createClient(`listen ${channel}`);
    client.on('error', () => undefined); // "end" follows, which is waited for
    client.on('notification', ({ payload }) => handlers.onMessage(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      const ended = once(client, 'end', { signal: closed });
      handlers.onUp();
      await ended;
    } finally {
      handlers.onDown();
      await client.end();
    }
  }

  async function listenUntilClosed(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!closed.aborted) {
      const startedAt = performance.now();
      await listenOnce().catch(() => undefined);
      if (performance.now() - startedAt > LAST_RETRY_MS) retryMs = FIRST_RETRY_MS;
      await sleep(retryMs, undefined, { signal: closed, ref: false }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  }

  const done = listenUntilClosed();
  return {
    close: async () => {
      closing.abort();
      await done;
    },
  };
}
