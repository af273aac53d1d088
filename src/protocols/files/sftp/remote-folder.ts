import { CallFailure } from '../../../outbound/index.ts';
import { isPlainName } from '../file-pattern.ts';
import { HalfWritten } from '../half-written.ts';
import { type FilePlace, type FoundFile, isSameStamp, newestFirst, type Stamp } from '../place.ts';
import { SftpRefusal } from './connection.ts';
import { download, stampOf } from './download.ts';
import type { SftpSession } from './session.ts';

interface RemoteFile extends FoundFile {
  readonly name: string;
}

// The operations that read one file otherwise are asked together, for one page of an app.
const KEEP_MS = 60_000;
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

/**
 * The files of a folder on an SFTP server. Links are not followed: where they lead, the server alone knows. One file is
 * downloaded at a time, and the last one is kept for operations that read it otherwise.
 */
export function createRemoteFolder(session: SftpSession, folder: string, timeoutMs: number): FilePlace {
  let listing: Promise<readonly RemoteFile[]> | undefined;
  let last: { readonly file: FoundFile; readonly bytes: Buffer } | undefined;
  let forget: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const listAnew = (deadlineMs: number): Promise<readonly RemoteFile[]> => {
    listing ??= list(session, folder, deadlineMs).finally(() => {
      listing = undefined;
    });
    return listing;
  };
  const readFresh = async (file: FoundFile): Promise<Buffer> => {
    if (last && last.file.path === file.path && isSameStamp(last.file.stamp, file.stamp)) return last.bytes;
    last = undefined;
    const bytes = await download(session, file, timeoutMs).catch(refuseRead);
    last = { file, bytes };
    clearTimeout(forget);
    forget = setTimeout(() => {
      last = undefined;
    }, KEEP_MS).unref();
    return bytes;
  };
  return {
    listFiles: async (fits, deadlineMs) => {
      // Questions at the same moment are about the same folder; but whoever asked first may have had less time.
      const found = listing ? listing.catch(() => listAnew(deadlineMs)) : listAnew(deadlineMs);
      return newestFirst((await found).filter(({ name }) => fits(name)));
    },
    findStamp: (path) => findStamp(session, path, Date.now() + timeoutMs),
    readWhole: (file) => {
      const mine = turn.then(() => readFresh(file));
      turn = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      clearTimeout(forget);
      last = undefined;
      session.close();
    },
  };
}

async function list(session: SftpSession, folder: string, deadlineMs: number): Promise<RemoteFile[]> {
  const entries = await session
    .request<Awaited<Entries>>((wire, done) => wire.readdir(folder, done), deadlineMs)
    .catch(refuse);
  return entries
    .filter(({ filename, attrs }) => isPlainName(filename) && attrs.isFile())
    .map(({ filename, attrs }) => ({
      name: filename,
      path: folder === '/' ? `/${filename}` : `${folder}/${filename}`,
      stamp: stampOf(attrs),
    }));
}

type Entries = Promise<readonly { readonly filename: string; readonly attrs: Stats }[]>;

interface Stats {
  readonly size: number;
  readonly mtime: number;
  isFile(): boolean;
}

async function findStamp(session: SftpSession, path: string, deadlineMs: number): Promise<Stamp | undefined> {
  try {
    const stats = await session.request<Stats>((wire, done) => wire.lstat(path, done), deadlineMs);
    return stats.isFile() ? stampOf(stats) : undefined;
  } catch (error) {
    return isGone(error) ? undefined : refuse(error);
  }
}

/** One that was replaced between two looks is on its way, not lost. */
function refuseRead(error: unknown): never {
  if (isGone(error)) throw new HalfWritten();
  return refuse(error);
}

function isGone(error: unknown): boolean {
  return error instanceof SftpRefusal && error.status === NO_SUCH_FILE;
}

function refuse(error: unknown): never {
  if (!(error instanceof SftpRefusal)) throw error;
  if (error.status === PERMISSION_DENIED)
    throw new CallFailure('denied', 'the account may not read its folder or a file in it');
  throw new CallFailure('unavailable', `its folder or a file in it cannot be read (SFTP status ${error.status})`);
}
