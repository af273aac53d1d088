/** A file as an agency left it on its server. */
export interface DeliveredFile {
  readonly name: string;
  readonly content: Buffer;
  /** Seconds since 1970, as SFTP counts. */
  readonly writtenAt: number;
}

/** How the files look while the newest of them is still being written: half of it is there. */
export function halfWritten(files: readonly DeliveredFile[]): readonly DeliveredFile[] {
  const newest = files.reduce((one, other) => (other.writtenAt > one.writtenAt ? other : one), files[0] ?? NONE);
  return files.map((file) => (file === newest ? { ...file, content: firstHalf(file.content) } : file));
}

const NONE: DeliveredFile = { name: '', content: Buffer.alloc(0), writtenAt: 0 };

function firstHalf(content: Buffer): Buffer {
  return content.subarray(0, Math.floor(content.length / 2));
}
