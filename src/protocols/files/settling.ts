import { type FilePlace, type FoundFile, isSameStamp, type Stamp } from './place.ts';

/** Tells files that lie still from those that are being written. */
export interface Settling {
  /** Whether a file was the same at two looks; waits between them unless an earlier look is remembered. */
  isSettled(file: FoundFile): Promise<boolean>;
}

export type Sleep = (milliseconds: number) => Promise<void>;

// Enough for the files in use; forgetting one only costs it another wait.
const MAX_REMEMBERED = 100;

/** Creates the memory of looks at the files of a place. */
export function createSettling(place: FilePlace, settleMs: number, sleep: Sleep): Settling {
  const seen = new Map<string, Stamp>();
  const looking = new Map<string, Promise<boolean>>();
  const lookAgain = async ({ path, stamp }: FoundFile): Promise<boolean> => {
    await sleep(settleMs);
    const now = await place.findStamp(path);
    const isSame = now !== undefined && isSameStamp(stamp, now);
    seen.delete(path);
    if (isSame) seen.set(path, stamp);
    for (const oldest of seen.keys()) {
      if (seen.size <= MAX_REMEMBERED) break;
      seen.delete(oldest);
    }
    return isSame;
  };
  return {
    isSettled: (file) => {
      const { path, stamp } = file;
      const before = seen.get(path);
      if (before && isSameStamp(before, stamp)) return Promise.resolve(true);
      const key = JSON.stringify([path, stamp]);
      const underWay = looking.get(key) ?? lookAgain(file).finally(() => looking.delete(key));
      looking.set(key, underWay);
      return underWay;
    },
  };
}
