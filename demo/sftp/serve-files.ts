import ssh2, { type SFTPWrapper } from 'ssh2';
import type { Fault } from '../fault.ts';
import { type DeliveredFile, halfWritten } from './delivery.ts';

/** What the books call a client's requests; reading an open file's pieces is part of its download. */
export const SFTP_ROUTES = [
  { operation: 'login' },
  { operation: 'list' },
  { operation: 'stat' },
  { operation: 'download' },
] as const;

export type SftpOperation = (typeof SFTP_ROUTES)[number]['operation'];

const { OK, EOF, NO_SUCH_FILE, PERMISSION_DENIED, FAILURE } = ssh2.utils.sftp.STATUS_CODE;
const { READ } = ssh2.utils.sftp.OPEN_MODE;
const REGULAR_FILE = 0o100440;
const DIRECTORY = 0o040550;

interface Handle {
  /** For a file. */
  readonly file?: DeliveredFile;
  /** For the folder: what is still to be told. */
  entries?: readonly DeliveredFile[] | undefined;
}

interface Offer {
  readonly folder: string;
  files(): Promise<readonly DeliveredFile[]>;
}

/** Enters a call in the books, waits or ends the connection as a fault says, and else lets it be answered. */
export type Take = (operation: SftpOperation, answer: (fault: Fault) => void | Promise<void>) => void;

/** Answers one client's requests that read; ssh2 refuses all others by itself. */
export function serveFiles(wire: SFTPWrapper, offer: Offer, take: Take): void {
  const handles = new Map<string, Handle>();
  let opened = 0;
  const openHandle = (id: number, handle: Handle): void => {
    const name = String(++opened);
    handles.set(name, handle);
    wire.handle(id, Buffer.from(name));
  };
  const filesUnder = async (fault: Fault) => (fault.truncated ? halfWritten(await offer.files()) : offer.files());
  const findFile = async (path: string, fault: Fault) =>
    (await filesUnder(fault)).find(({ name }) => path === `${offer.folder}/${name}`);
  const describe = (id: number, path: string): void =>
    take('stat', async (fault) => {
      const file = await findFile(path, fault);
      if (file) wire.attrs(id, attributesOf(file));
      else if (path === offer.folder) wire.attrs(id, FOLDER);
      else wire.status(id, NO_SUCH_FILE);
    });
  wire.on('STAT', describe);
  wire.on('LSTAT', describe);
  wire.on('REALPATH', (id, path) =>
    wire.name(id, [{ filename: path === '.' ? '/' : path, longname: '', attrs: FOLDER }]),
  );
  wire.on('OPENDIR', (id, path) =>
    take('list', async (fault) => {
      if (path.replace(/\/$/, '') === offer.folder) openHandle(id, { entries: await filesUnder(fault) });
      else wire.status(id, NO_SUCH_FILE);
    }),
  );
  wire.on('READDIR', (id, name) => readFolder(wire, id, handles.get(String(name))));
  wire.on('OPEN', (id, path, flags) =>
    take('download', async (fault) => {
      if (flags !== READ) return wire.status(id, PERMISSION_DENIED);
      const file = await findFile(path, fault);
      if (file) openHandle(id, { file });
      else wire.status(id, NO_SUCH_FILE);
    }),
  );
  wire.on('FSTAT', (id, name) => {
    const file = handles.get(String(name))?.file;
    if (file) wire.attrs(id, attributesOf(file));
    else wire.status(id, FAILURE);
  });
  wire.on('READ', (id, name, offset, length) => {
    const piece = handles.get(String(name))?.file?.content.subarray(offset, offset + length);
    if (piece && piece.length > 0) wire.data(id, piece);
    else wire.status(id, piece ? EOF : FAILURE);
  });
  wire.on('CLOSE', (id, name) => wire.status(id, handles.delete(String(name)) ? OK : FAILURE));
}

function readFolder(wire: SFTPWrapper, id: number, handle: Handle | undefined): void {
  const entries = handle?.entries;
  if (!handle || !entries) {
    wire.status(id, handle ? EOF : FAILURE);
    return;
  }
  handle.entries = undefined;
  const files = entries.map((file) => ({ filename: file.name, longname: longNameOf(file), attrs: attributesOf(file) }));
  wire.name(id, [{ filename: '.', longname: 'dr-xr-x--- 1 hub hub 0 .', attrs: FOLDER }, ...files]);
}

const FOLDER = { mode: DIRECTORY, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function attributesOf({ content, writtenAt }: DeliveredFile) {
  return { mode: REGULAR_FILE, uid: 0, gid: 0, size: content.length, atime: writtenAt, mtime: writtenAt };
}

/** As `ls -l` shows it. */
function longNameOf({ name, content, writtenAt }: DeliveredFile): string {
  const day = new Date(writtenAt * 1000).toISOString().slice(0, 10);
  return `-r--r----- 1 hub hub ${content.length} ${day} ${name}`;
}
