import { CallFailure } from '../../outbound/index.ts';
import { type DatabaseConnection, tooSlow } from './connection.ts';

/** Connections of one source, opened when first needed, at most `max` at once. */
export interface Pool {
  /** Lends a connection. @throws CallFailure, BrokenConnection when none can be had by then. */
  take(deadlineMs: number): Promise<DatabaseConnection>;
  giveBack(connection: DatabaseConnection): void;
  /** Closes what lies idle: after one broke, the others are likely to be broken too. */
  dropIdle(): void;
  close(): Promise<void>;
}

type Connect = (deadlineMs: number) => Promise<DatabaseConnection>;

// Long enough for the next citizen in a busy hour, short enough that an old server's slots are not held overnight.
const IDLE_MS = 60_000;
const LEAVE_WITHIN_MS = 500;

/** Creates an empty pool. */
export function createPool(max: number, connect: Connect): Pool {
  const places = new Places();
  let isClosed = false;
  const open = async (deadlineMs: number): Promise<DatabaseConnection> => {
    const connection = await places.fill(() => connect(deadlineMs));
    if (!isClosed) return connection;
    places.leave(connection);
    throw closed();
  };
  const sweep = setInterval(() => void places.endIdle(Date.now() - IDLE_MS), IDLE_MS / 2).unref();
  return {
    take: async (deadlineMs) => {
      for (;;) {
        if (isClosed) throw closed();
        const connection = places.takeIdle();
        if (connection) return connection;
        if (places.count() < max) return open(deadlineMs);
        await places.turn(deadlineMs);
      }
    },
    giveBack: (connection) => {
      if (connection.isUsable() && !isClosed) places.rest(connection);
      else places.leave(connection);
    },
    dropIdle: () => void places.endIdle(Number.POSITIVE_INFINITY),
    close: async () => {
      isClosed = true;
      clearInterval(sweep);
      await places.endIdle(Number.POSITIVE_INFINITY);
      places.leaveAll();
    },
  };
}

/** Who holds the places of a pool: connections that are made, asked or idle; and who waits for one. */
class Places {
  readonly #live = new Set<DatabaseConnection>();
  readonly #idleSince = new Map<DatabaseConnection, number>();
  readonly #waiting = new Set<() => void>();
  #opening = 0;

  count(): number {
    return this.#live.size + this.#opening;
  }

  async fill(connect: () => Promise<DatabaseConnection>): Promise<DatabaseConnection> {
    this.#opening++;
    try {
      const connection = await connect();
      this.#opening--;
      this.#live.add(connection);
      connection.onClose(() => this.#forget(connection));
      return connection;
    } catch (error) {
      this.#opening--;
      this.#wakeNext();
      throw error;
    }
  }

  /** The one used last, so that those not needed grow old enough to be closed. */
  takeIdle(): DatabaseConnection | undefined {
    const connection = [...this.#idleSince.keys()].at(-1);
    if (connection) this.#idleSince.delete(connection);
    return connection;
  }

  rest(connection: DatabaseConnection): void {
    this.#idleSince.set(connection, Date.now());
    this.#wakeNext();
  }

  leave(connection: DatabaseConnection): void {
    connection.destroy();
    this.#forget(connection);
  }

  leaveAll(): void {
    for (const connection of this.#live) this.leave(connection);
    for (const wake of this.#waiting) wake();
  }

  async endIdle(untilMs: number): Promise<void> {
    const ending = [...this.#idleSince].filter(([, sinceMs]) => sinceMs <= untilMs).map(([connection]) => connection);
    for (const connection of ending) this.#forget(connection);
    await Promise.all(ending.map(takeLeave));
  }

  turn(deadlineMs: number): Promise<void> {
    return takeTurn(this.#waiting, deadlineMs);
  }

  #forget(connection: DatabaseConnection): void {
    this.#idleSince.delete(connection);
    if (this.#live.delete(connection)) this.#wakeNext();
  }

  #wakeNext(): void {
    const [next] = this.#waiting;
    next?.();
  }
}

/** A server that no longer answers is not waited for. */
async function takeLeave(connection: DatabaseConnection): Promise<void> {
  const timer = setTimeout(() => connection.destroy(), LEAVE_WITHIN_MS);
  const closed = new Promise<void>((resolve) => connection.onClose(resolve));
  await Promise.race([connection.end(), closed]);
  clearTimeout(timer);
}

function takeTurn(waiting: Set<() => void>, deadlineMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      waiting.delete(begin);
    };
    const begin = (): void => {
      leave();
      resolve();
    };
    const timer = setTimeout(() => {
      leave();
      reject(tooSlow());
    }, deadlineMs - Date.now());
    waiting.add(begin);
  });
}

function closed(): CallFailure {
  return new CallFailure('unavailable', 'its connections are closed');
}
