import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENCODINGS, type Encoding, type StaticFile } from './static-file.ts';

const ONE_YEAR_SECONDS = 31_536_000;

/**
 * Answers with a file in the best encoding that the client accepts; the URL that names this very content (`?v=<hash>`)
 * may be kept for good, any other is checked again by ETag. Whoever knows that the path itself names the content says so.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
  { isVersioned = hasVersion(request, file) } = {},
): Promise<FastifyReply> {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const etag = `"${file.hash}-${encoding}"`;
  reply.headers({
    etag,
    vary: 'accept-encoding',
    'cache-control': isVersioned ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (holds(request.headers['if-none-match'], etag)) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(file.type).send(await file.read(encoding));
}

/** Returns the best encoding that an `accept-encoding` header allows, where `q=0` means refused. */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0+)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

// A stale version in the URL must not be kept for a year under the name of content that it does not have.
function hasVersion(request: FastifyRequest, file: StaticFile): boolean {
  return (request.query as { v?: unknown }).v === file.hash;
}

function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  // A proxy that recompresses marks the tag as weak; the content is the same for our purpose.
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
