import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection, type SFTPWrapper } from 'ssh2';

/** A file on the fake server, or whatever else its mode says. */
export interface SftpFile {
  content: Buffer;
  /** Seconds since 1970, as SFTP counts. */
  mtime: number;
  mode?: number;
}

export type SftpRequest = 'OPENDIR' | 'READDIR' | 'LSTAT' | 'OPEN' | 'FSTAT' | 'READ' | 'CLOSE';

/** An SFTP server in this process, over files in memory. */
export interface SftpFake {
  readonly port: number;
  /** Fingerprint of its key. */
  readonly hostKey: string;
  /** By their whole paths. */
  readonly files: Map<string, SftpFile>;
  /** Everything that was asked for, log-ins not counted. */
  readonly requests: string[];
  /** Asked before each request is answered. */
  meet: (request: SftpRequest) => 'answer' | 'hang' | 'reset' | 'leave';
  /** Called for each new connection. */
  onConnect: () => void;
  /** What it says instead of SFTP, to each packet of a client. */
  gibberish: readonly Buffer[] | undefined;
  count(request: SftpRequest): number;
  connections(): number;
  /** How often somebody named an account. */
  attempts(): number;
  /** How often somebody was let in. */
  logIns(): number;
  /** Writes into a file as it lies there, also for those who have it open. */
  rewrite(path: string, content: Buffer): void;
  /** Ends the program that serves the files, while the SSH server goes on. */
  leave: () => void;
  /** Ends every connection, as a server does that has not been asked for a while. */
  drop(): void;
  stop(): Promise<void>;
}

export interface SftpAccount {
  readonly user: string;
  readonly password?: string;
  /** The public key that it takes, as `authorized_keys` has it. */
  readonly publicKey?: string;
}

const REGULAR = 0o100644;
const { OK, EOF, NO_SUCH_FILE } = ssh2.utils.sftp.STATUS_CODE;
const WRITING = ['WRITE', 'FSETSTAT', 'REMOVE', 'RMDIR', 'SETSTAT', 'MKDIR', 'RENAME', 'SYMLINK'];

/** Starts a server that lets one account in. */
export async function startSftp(account: SftpAccount): Promise<SftpFake> {
  // Not ed25519: two in a thousand that ssh2 makes it cannot read itself.
  const key = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  const sockets = new Set<Socket>();
  let attempts = 0;
  let logIns = 0;
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const ssh = new ssh2.Server({ hostKeys: [key.private] }, (connection) => {
    // A client that goes away in the middle is what these tests are about.
    connection.on('error', () => {});
    connection.on('authentication', (attempt) => {
      attempts++;
      admit(attempt, account);
    });
    connection.on('ready', () => {
      logIns++;
      serveSession(connection, fake, dropAll);
    });
  });
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    ssh.injectSocket(socket);
    fake.onConnect();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const requests: string[] = [];
  const fake: SftpFake = {
    port: (server.address() as AddressInfo).port,
    hostKey: fingerprintOf(key.public),
    files: new Map(),
    requests,
    meet: () => 'answer',
    onConnect: () => {},
    gibberish: undefined,
    count: (request) => requests.filter((one) => one === request).length,
    connections: () => sockets.size,
    attempts: () => attempts,
    logIns: () => logIns,
    rewrite: (path, content) => {
      const file = fake.files.get(path);
      if (file) file.content = content;
    },
    leave: () => {},
    drop: dropAll,
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      dropAll();
      await closed;
    },
  };
  return fake;
}

function fingerprintOf(publicKey: string): string {
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace('=', '')}`;
}

function admit(attempt: AuthContext, { user, password, publicKey }: SftpAccount): void {
  const isUser = attempt.username === user;
  const isRight =
    (attempt.method === 'password' && attempt.password === password) ||
    (attempt.method === 'publickey' && attempt.key.data.toString('base64') === publicKey?.split(' ')[1]);
  if (isUser && isRight) attempt.accept();
  else attempt.reject(['password', 'publickey']);
}

function serveSession(connection: Connection, fake: SftpFake, reset: () => void): void {
  connection.on('session', (accept) => {
    const session = accept();
    const words = [...(fake.gibberish ?? [])];
    if (!fake.gibberish) session.on('sftp', (acceptSftp) => serveFiles(acceptSftp(), fake, reset));
    session.on('subsystem', (acceptSubsystem) => {
      const channel = acceptSubsystem();
      channel.on('data', () => channel.write(words.shift() ?? ''));
    });
  });
}

function serveFiles(wire: SFTPWrapper, fake: SftpFake, reset: () => void): void {
  const handles = new Map<string, { readonly path: string; readonly file?: SftpFile; isRead: boolean }>();
  fake.leave = () => wire.end();
  const take = (request: SftpRequest, answer: () => void): void => {
    fake.requests.push(request);
    const way = fake.meet(request);
    if (way === 'reset') reset();
    if (way === 'leave') fake.leave();
    if (way === 'answer') answer();
  };
  const openHandle = (id: number, path: string, file?: SftpFile): void => {
    const name = String(handles.size);
    handles.set(name, { path, ...(file && { file }), isRead: false });
    wire.handle(id, Buffer.from(name));
  };
  for (const name of WRITING) wire.on(name, () => fake.requests.push(name));
  wire.on('OPENDIR', (id, path) => take('OPENDIR', () => openHandle(id, path)));
  wire.on('READDIR', (id, handle) =>
    take('READDIR', () => {
      const folder = handles.get(String(handle));
      if (!folder || folder.isRead) return wire.status(id, EOF);
      folder.isRead = true;
      wire.name(id, [...fake.files].flatMap(listEntry(folder.path)));
    }),
  );
  wire.on('LSTAT', (id, path) => take('LSTAT', () => tell(wire, id, fake.files.get(path))));
  wire.on('OPEN', (id, path, flags) => {
    if (flags !== ssh2.utils.sftp.OPEN_MODE.READ) fake.requests.push('OPEN to write');
    take('OPEN', () => {
      const file = fake.files.get(path);
      if (file) openHandle(id, path, file);
      else wire.status(id, NO_SUCH_FILE);
    });
  });
  wire.on('FSTAT', (id, handle) => take('FSTAT', () => tell(wire, id, handles.get(String(handle))?.file)));
  wire.on('READ', (id, handle, offset, length) =>
    take('READ', () => {
      const piece = handles.get(String(handle))?.file?.content.subarray(offset, offset + length);
      if (piece && piece.length > 0) wire.data(id, piece);
      else wire.status(id, EOF);
    }),
  );
  wire.on('CLOSE', (id) => take('CLOSE', () => wire.status(id, OK)));
}

function listEntry(folder: string) {
  return ([path, file]: [string, SftpFile]) => {
    if (!path.startsWith(`${folder}/`)) return [];
    // As `ls -l` shows it, which nobody should rely on.
    return [{ filename: path.slice(folder.length + 1), longname: '', attrs: attributesOf(file) }];
  };
}

function tell(wire: SFTPWrapper, id: number, file: SftpFile | undefined): void {
  if (file) wire.attrs(id, attributesOf(file));
  else wire.status(id, NO_SUCH_FILE);
}

function attributesOf({ content, mtime, mode = REGULAR }: SftpFile) {
  return { mode, uid: 0, gid: 0, size: content.length, atime: mtime, mtime };
}
