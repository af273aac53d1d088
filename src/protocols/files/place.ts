/** Where an OPD leaves its files: a folder of this machine, or one on a server. */
export interface FilePlace {
  /** The files whose names fit, newest first. @throws CallFailure; BrokenConnection */
  listFiles(fits: (name: string) => boolean, deadlineMs: number): Promise<FoundFile[]>;
  /** The state of a file now; undefined when it is gone. @throws CallFailure; BrokenConnection */
  findStamp(path: string): Promise<Stamp | undefined>;
  /**
   * Reads a whole file in the state that was seen.
   * @throws HalfWritten when it has another one, before or after; CallFailure; BrokenConnection
   */
  readWhole(file: FoundFile): Promise<Buffer>;
  close(): Promise<void>;
}

/** What tells one state of a file from the next. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  /** 0 where the place does not tell. */
  readonly inode: number;
}

export interface FoundFile {
  /** Where it really is. */
  readonly path: string;
  readonly stamp: Stamp;
}

export function isSameStamp(one: Stamp, other: Stamp): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs && one.inode === other.inode;
}

/** Sorts by time, the newest first. */
export function newestFirst(files: readonly FoundFile[]): FoundFile[] {
  return files.toSorted((a, b) => b.stamp.mtimeMs - a.stamp.mtimeMs || (a.path < b.path ? 1 : -1));
}
