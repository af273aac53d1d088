import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a file can travel, best first; `identity` is the file as it is. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** One file held in memory, with the name of its content that versions its URL. */
export interface StaticFile {
  readonly type: string;
  readonly hash: string;
  /** Returns the file in one encoding, compressing it on first use only. */
  read(encoding: Encoding): Promise<Buffer>;
}

// Of 0 to 11: GraphiQL (1 MB) becomes 292 kB in 0.08 s; 11 takes 2 s and saves another tenth.
const BROTLI_QUALITY = 5;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify<Buffer, { level: number }, Buffer>(gzip);

/**
 * Holds one file and, once someone asks, its compressed forms: at most one of each, made in zlib's own threads, so that
 * neither start-up nor a query on the event loop waits for them.
 */
export function createStaticFile(body: Buffer, type: string): StaticFile {
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(body)]]);
  return {
    type,
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 12),
    read(encoding) {
      const present = made.get(encoding);
      if (present !== undefined) return present;
      const compressed = encoding === 'br' ? toBrotli(body) : compressGzip(body, { level: 9 });
      made.set(encoding, compressed);
      return compressed;
    },
  };
}

function toBrotli(body: Buffer): Promise<Buffer> {
  return compressBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
