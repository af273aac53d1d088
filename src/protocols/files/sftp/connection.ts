import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import type SftpClient from 'ssh2-sftp-client';
import { CallFailure } from '../../../outbound/index.ts';
import { BrokenConnection } from '../broken-connection.ts';
import type { SftpAddress } from './address.ts';

/** What goes over a connection; of it only what reads may be used. */
type SftpWire = Awaited<ReturnType<SftpClient['connect']>>;
export type ReadingWire = Pick<SftpWire, 'readdir' | 'lstat' | 'open' | 'fstat' | 'read' | 'close'>;
/** How the wire calls back. */
export type Answered<T> = (error: Error | undefined, answer: T) => void;

/** One open connection, for any number of requests at a time. */
export interface SftpConnection {
  /**
   * Sends a request; a server that has said nothing at all since then loses the connection at the deadline.
   * @throws BrokenConnection, CallFailure; the server's own refusal as `SftpRefusal`
   */
  request<T>(send: (wire: ReadingWire, answered: Answered<T>) => void, deadlineMs: number): Promise<T>;
  isOpen(): boolean;
  /** Closes it at once. */
  destroy(): void;
}

/** The server did not do what it was asked; holds the number of its reason and none of its words. */
export class SftpRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with status ${status}`);
    this.name = 'SftpRefusal';
    this.status = status;
  }
}

/** Connects and logs in. @throws CallFailure */
export async function connectSftp(address: SftpAddress, deadlineMs: number): Promise<SftpConnection> {
  const { host, port, user, secret, hostKeys } = address;
  // Loaded when it is needed: most hubs have no such source.
  const { default: Client } = await import('ssh2-sftp-client');
  const socket = connectTcp({ host, port, noDelay: true });
  // Its own callbacks print; everything that ends the connection ends the socket too, which is listened to below.
  const client = new Client('hub', { error: () => {}, end: () => {}, close: () => {} });
  let fault: unknown;
  client.on('error', (error: unknown) => {
    fault ??= error;
    socket.destroy();
  });
  socket.on('error', (error) => {
    fault ??= error;
  });
  let isStranger = false;
  const hostVerifier = (key: Buffer): boolean => {
    isStranger = !hostKeys.includes(createHash('sha256').update(key).digest('base64').replace('=', ''));
    return !isStranger;
  };
  const logIn = async (): Promise<SftpWire> => {
    await once(socket, 'connect');
    return client.connect({ sock: socket, username: user, ...secret, hostVerifier, readyTimeout: 0 });
  };
  const giveUp = (): void => {
    fault ??= tooSlow();
    socket.destroy();
  };
  const timer = setTimeout(giveUp, Math.max(0, deadlineMs - Date.now()));
  try {
    return createConnection(await Promise.race([logIn(), failWhenClosed(socket)]), socket);
  } catch (error) {
    socket.destroy();
    if (isStranger) throw new CallFailure('denied', 'its host key is not the one that hostKey names');
    throw describeFault(fault ?? error);
  } finally {
    clearTimeout(timer);
  }
}

function createConnection(wire: SftpWire, socket: Socket): SftpConnection {
  let heardAtMs = performance.now();
  // A packet that is no SFTP; without a listener it would be thrown from wherever it is noticed.
  wire.on('error', () => socket.destroy());
  wire.once('close', () => socket.destroy());
  socket.on('data', () => {
    heardAtMs = performance.now();
  });
  return {
    request: (send, deadlineMs) => {
      if (socket.destroyed) return Promise.reject(broken());
      const sentAtMs = performance.now();
      return new Promise((resolve, reject) => {
        const giveUp = (): void => {
          reject(tooSlow());
          // One that hands out a large file is busy, not gone.
          if (heardAtMs <= sentAtMs) socket.destroy();
        };
        const timer = setTimeout(giveUp, Math.max(0, deadlineMs - Date.now()));
        // Called for each request, also when the connection ends.
        send(wire, (error, answer) => {
          clearTimeout(timer);
          if (!error) return resolve(answer);
          const status = statusOf(error);
          if (status !== undefined) return reject(new SftpRefusal(status));
          // Not the server's answer but that there is none: its SFTP may have ended while SSH goes on.
          socket.destroy();
          reject(broken());
        });
      });
    },
    isOpen: () => !socket.destroyed,
    destroy: () => void socket.destroy(),
  };
}

function statusOf(error: Error): number | undefined {
  return 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

async function failWhenClosed(socket: Socket): Promise<never> {
  await new Promise((resolve) => socket.once('close', resolve));
  throw new CallFailure('unavailable', 'the connection was closed before the log-in ended');
}

/** What ended a log-in. The words of such an error are not repeated: they may hold an address or what the server said. */
function describeFault(fault: unknown): CallFailure {
  if (fault instanceof CallFailure) return fault;
  const { level, code, message } = asDetails(fault);
  if (level === 'client-authentication')
    return new CallFailure('denied', 'it refuses the account, its password or its private key');
  if (message.includes('privateKey'))
    return new CallFailure('denied', 'the private key cannot be read; it must have no passphrase');
  if (/^E(?!RR_)[A-Z0-9_]+$/.test(code)) return new CallFailure('unavailable', `the connection failed (${code})`);
  // Words that are no SSH are told with neither level nor code, algorithms that do not fit as a handshake.
  if (level === 'handshake' || (level === '' && code === ''))
    return new CallFailure('badAnswer', 'what it says is no SSH that the hub understands');
  return new CallFailure('unavailable', 'the connection was closed before the log-in ended');
}

function asDetails(fault: unknown): Readonly<Record<'level' | 'code' | 'message', string>> {
  const details: Readonly<Record<string, unknown>> = fault instanceof Error ? { ...fault, message: fault.message } : {};
  const { level = '', code = '', message = '' } = details;
  return { level: String(level), code: String(code), message: String(message) };
}

function broken(): BrokenConnection {
  return new BrokenConnection(new CallFailure('unavailable', 'the connection broke before the answer came'));
}

function tooSlow(): CallFailure {
  return new CallFailure('unavailable', 'no answer within the time allowed');
}
