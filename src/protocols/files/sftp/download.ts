import { HalfWritten } from '../half-written.ts';
import { type FoundFile, isSameStamp, type Stamp } from '../place.ts';
import type { Answered, ReadingWire } from './connection.ts';
import type { SftpSession } from './session.ts';

/** What a server says of a file; times are whole seconds. */
interface Attributes {
  readonly size: number;
  readonly mtime: number;
}

// What every server hands out at once, and so many of them under way that a distant one is not waited for each time.
const PIECE_BYTES = 32_768;
const PIECES_AT_ONCE = 8;

export function stampOf({ size, mtime }: Attributes): Stamp {
  return { size, mtimeMs: mtime * 1000, inode: 0 };
}

/**
 * Downloads a file in the state that was seen, never more than its size; each request may take `timeoutMs`.
 * @throws HalfWritten; CallFailure; BrokenConnection; SftpRefusal
 */
export async function download(session: SftpSession, file: FoundFile, timeoutMs: number): Promise<Buffer> {
  const deadline = (): number => Date.now() + timeoutMs;
  const handle = await session.request<Buffer>((wire, done) => wire.open(file.path, 'r', done), deadline());
  const refuseOther = async (): Promise<void> => {
    const now = await session.request<Attributes>((wire, done) => wire.fstat(handle, done), deadline());
    if (!isSameStamp(stampOf(now), file.stamp)) throw new HalfWritten();
  };
  try {
    await refuseOther();
    const bytes = Buffer.allocUnsafe(file.stamp.size);
    const readPiece = async (start: number): Promise<void> => {
      const end = Math.min(start + PIECE_BYTES, bytes.length);
      for (let at = start; at < end; ) {
        const count = await session.request<number>(
          (wire, done) => wire.read(handle, bytes, at, end - at, at, done),
          deadline(),
        );
        // It has become shorter.
        if (count === 0) throw new HalfWritten();
        at += count;
      }
    };
    for (let start = 0; start < bytes.length; start += PIECE_BYTES * PIECES_AT_ONCE) {
      const starts = Array.from({ length: PIECES_AT_ONCE }, (_unused, index) => start + index * PIECE_BYTES);
      await Promise.all(starts.map(readPiece));
    }
    await refuseOther();
    return bytes;
  } finally {
    // Whether that works is the server's affair; a connection that is gone has closed it.
    const close = (wire: ReadingWire, done: Answered<void>) => wire.close(handle, () => done(undefined));
    session.request(close, deadline()).catch(() => {});
  }
}
