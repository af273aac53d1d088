import type { CopiesFound } from './copy-reader.ts';

/** Reads the hub's copies of streams that hold nobody's data. */
export interface OpenCopies {
  /**
   * All records of a stream; undefined while it has not been read in whole yet.
   * @throws HubError INTERNAL for a stream of personal data, or one of more records than are meant to be read at once.
   */
  list(stream: string): Promise<CopiesFound | undefined>;
}
