import type { Readable } from 'node:stream';

/**
 * What is read and thrown away of a body that is too large, before the connection is cut: whoever is still sending does not
 * read the answer, and who sent a little too much should.
 */
const DISCARDED_BYTES = 20 * 1_048_576;

/** Reads a body up to a limit; undefined when there is more, of which nothing is kept. */
export async function readBody(body: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (length > maxBytes + DISCARDED_BYTES) break;
  }
  return length > maxBytes ? undefined : Buffer.concat(chunks);
}
