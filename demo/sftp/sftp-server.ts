import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import { CallControl } from '../control.ts';
import type { Fault } from '../fault.ts';
import { serveControl } from '../serve-control.ts';
import { reachableAt } from '../serve-http.ts';
import type { RunningSystem } from '../system-server.ts';
import type { DeliveredFile } from './delivery.ts';
import { SFTP_ROUTES, serveFiles, type Take } from './serve-files.ts';

/** What a simulated SFTP server offers, to whom, and where; ports that are 0 or absent are free ones. */
export interface SftpServerOptions {
  readonly name: string;
  readonly account: { readonly user: string; readonly password: string };
  /** The only folder, as a whole path. */
  readonly folder: string;
  /** Asked for when somebody first looks. */
  files(): Promise<readonly DeliveredFile[]>;
  readonly port?: number;
  readonly controlPort?: number;
  readonly host?: string;
}

/** A legacy system that is a folder on an SFTP server; `url` has neither account nor folder. */
export interface SftpSystem extends RunningSystem {
  /** Fingerprint of the server's key, which is made at its start: SHA256:… */
  readonly hostKey: string;
}

const speaksNoHttp =
  'is an SFTP server: it answers with neither HTML nor HTTP statuses; use down, hang, slowMs, truncated';

const IMPOSSIBLE: Readonly<Partial<Record<keyof Fault, string>>> = {
  html: speaksNoHttp,
  status500: speaksNoHttp,
  quota: 'is an SFTP server: it has no allowance of calls; use down',
  expiredSession: 'is an SFTP server: its connections do not expire; use down with "only": "list"',
};

/** Serves files over SFTP, only to be read, and misbehaves as the switchboard says; it never logs. */
export async function serveSftp(options: SftpServerOptions): Promise<SftpSystem> {
  const { name, port = 0, controlPort = 0, host = '127.0.0.1' } = options;
  const control = new CallControl({ name, routes: SFTP_ROUTES, impossible: IMPOSSIBLE });
  const clients = new Set<Socket>();
  const key = makeHostKey();
  const server = createServer({ noDelay: true }, (socket) => {
    clients.add(socket);
    socket.once('close', () => clients.delete(socket));
    // A server for each client, so that each knows its own socket: a fault destroys it.
    new ssh2.Server({ hostKeys: [key.pem] }, (connection) => attend(connection, socket, options, control)).injectSocket(
      socket,
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const stopListening = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const client of clients) client.destroy();
    await closed;
  };
  const controlServer = await serveControl({ name }, control, controlPort, host).catch(async (error: unknown) => {
    await stopListening();
    throw error;
  });
  return {
    url: `sftp://${reachableAt(host)}:${(server.address() as AddressInfo).port}`,
    controlUrl: controlServer.controlUrl,
    control,
    hostKey: key.fingerprint,
    stop: async () => void (await Promise.all([stopListening(), controlServer.stop()])),
  };
}

function attend(connection: Connection, socket: Socket, options: SftpServerOptions, control: CallControl): void {
  const take = createTaking(socket, control);
  // A client that goes away in the middle of a call is its own business.
  connection.on('error', () => socket.destroy());
  connection.on('authentication', (attempt) => admit(attempt, options, take));
  connection.on('session', (accept) => {
    accept().on('sftp', (acceptSftp) => serveFiles(acceptSftp(), options, take));
  });
}

function createTaking(socket: Socket, control: CallControl): Take {
  const unanswered = new Set<() => void>();
  socket.once('close', () => {
    for (const leave of unanswered) leave();
  });
  return (operation, answer) => {
    const { fault } = control.enter(operation);
    const leave = (): void => {
      if (unanswered.delete(leave)) control.leave();
    };
    unanswered.add(leave);
    if (fault.down) return void socket.destroy();
    if (fault.hang) return;
    const begin = (): void => {
      Promise.resolve(socket.destroyed ? undefined : answer(fault)).then(leave, () => socket.destroy());
    };
    if (fault.slowMs) setTimeout(begin, fault.slowMs).unref();
    else begin();
  };
}

function admit(attempt: AuthContext, { account }: SftpServerOptions, take: Take): void {
  if (attempt.method !== 'password') {
    // Clients first ask what there is.
    attempt.reject(['password']);
    return;
  }
  const isRight = attempt.username === account.user && attempt.password === account.password;
  take('login', () => (isRight ? attempt.accept() : attempt.reject(['password'])));
}

function makeHostKey(): { readonly pem: string; readonly fingerprint: string } {
  // Not ed25519: two in a thousand that ssh2 makes it cannot read itself.
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  const parsed = ssh2.utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const hash = createHash('sha256').update(parsed.getPublicSSH()).digest('base64');
  return { pem, fingerprint: `SHA256:${hash.replace('=', '')}` };
}
