import { CallFailure } from '../../../outbound/index.ts';
import type { SftpAddress } from './address.ts';
import { type Answered, connectSftp, type ReadingWire, type SftpConnection } from './connection.ts';

/** One server, over one connection that is opened when it is needed and dropped when it is not. */
export interface SftpSession {
  /** Sends a request. @throws CallFailure; BrokenConnection; SftpRefusal */
  request<T>(send: (wire: ReadingWire, answered: Answered<T>) => void, deadlineMs: number): Promise<T>;
  close(): void;
}

// Long enough for the next citizen in a busy hour, short enough that an old server's slots are not held overnight.
const IDLE_MS = 60_000;

/** Creates a session; nothing is connected yet. */
export function createSftpSession(address: SftpAddress): SftpSession {
  let opening: Promise<SftpConnection> | undefined;
  let connection: SftpConnection | undefined;
  let idle: NodeJS.Timeout | undefined;
  let underWay = 0;
  let isClosed = false;

  const open = async (deadlineMs: number): Promise<SftpConnection> => {
    const opened = await connectSftp(address, deadlineMs);
    if (isClosed) opened.destroy();
    else connection = opened;
    return opened;
  };
  const take = (deadlineMs: number): SftpConnection | Promise<SftpConnection> => {
    if (isClosed) throw new CallFailure('unavailable', 'its connections are closed');
    if (connection?.isOpen()) return connection;
    opening ??= open(deadlineMs).finally(() => {
      opening = undefined;
    });
    return opening;
  };
  return {
    request: async (send, deadlineMs) => {
      clearTimeout(idle);
      underWay++;
      try {
        return await (await take(deadlineMs)).request(send, deadlineMs);
      } finally {
        underWay--;
        if (underWay === 0) idle = setTimeout(() => connection?.destroy(), IDLE_MS).unref();
      }
    },
    close: () => {
      isClosed = true;
      clearTimeout(idle);
      connection?.destroy();
    },
  };
}
