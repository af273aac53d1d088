import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Clock, systemClock } from '../../base/clock.ts';
import { HubError } from '../../base/hub-error.ts';
import type { FindIngest, IngestTarget } from '../../ports/ingest.ts';
import { isSignedBy, readSignature } from './signature.ts';

export interface IngestOptions {
  readonly find: FindIngest;
  readonly clock?: Clock;
}

// Some thousand rows of a legacy system.
const MAX_BODY_BYTES = 1_048_576;
/** What a wrong signature is compared with where nothing is served, so that both take their time. */
const NOBODYS_SECRET = 'nobody'.repeat(8);

/**
 * Adds `POST /ingest/<opd>/<operation>`, where systems that can call out bring their rows: the raw body signed by
 * HMAC-SHA256, once, within a window of time.
 */
export async function serveIngest(app: FastifyInstance, { find, clock = systemClock }: IngestOptions): Promise<void> {
  await app.register(async (scope) => {
    // Signed is what came over the wire, to the byte.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.post<{ Params: { opd: string; operation: string } }>('/ingest/:opd/:operation', async (request, reply) => {
      const { opd, operation } = request.params;
      const target = find(opd, operation);
      return reply.header('cache-control', 'no-store').send(await takeDelivery(request, target, clock));
    });
  });
}

async function takeDelivery(
  request: FastifyRequest<{ Params: { opd: string; operation: string } }>,
  target: IngestTarget | undefined,
  clock: Clock,
): Promise<object> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { opd, operation } = request.params;
  const signature = readSignature(request.headers);
  const isSigned = isSignedBy(target?.secret ?? NOBODYS_SECRET, signature, `${opd}/${operation}`, body);
  // Whoever cannot sign learns nothing, not even whether there is such an operation.
  if (!target || !isSigned || !signature) throw refuse(401, WRONG_SIGNATURE);
  const skewSeconds = Math.abs(clock.now() / 1000 - signature.timestampSeconds);
  if (skewSeconds > target.windowSeconds) throw refuse(401, STALE);
  const rows = readRows(body);
  if (!rows) throw refuse(400, NO_ROWS);
  if (rows.length > target.maxRows) throw refuse(413, tooMany(target.maxRows));
  const refuseAgainUntilMs = (signature.timestampSeconds + 2 * target.windowSeconds) * 1000;
  const counts = await target.accept(rows, signature.hex, refuseAgainUntilMs);
  if (counts === 'replayed') throw refuse(409, REPLAYED);
  return counts;
}

/** A list of rows, or `{ "rows": [ … ] }`. */
function readRows(body: Buffer): readonly unknown[] | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown;
    const rows = Array.isArray(value) ? value : (value as { rows?: unknown } | null)?.rows;
    return Array.isArray(rows) ? rows : undefined;
  } catch {
    return undefined;
  }
}

const WRONG_SIGNATURE = new HubError('INGEST_SIGNATURE', 'The delivery is not signed as it must be.', {
  fix: 'X-Hub-Signature is sha256=<hex HMAC-SHA256 of "<X-Hub-Timestamp>.<opd>/<operation>.<body>">, by the secret of this source.',
});
const STALE = new HubError('INGEST_STALE', 'The time of the delivery is too far from ours.', {
  fix: "X-Hub-Timestamp is seconds since the epoch, UTC: set the sending server's clock by NTP.",
});
const REPLAYED = new HubError('INGEST_REPLAYED', 'This delivery has been taken already.', {
  fix: 'Sign each delivery anew; one that got no answer may be sent again with a new time.',
});
const NO_ROWS = new HubError('BAD_REQUEST', 'The delivery is no list of rows in JSON.', {
  fix: 'Send [ {…}, … ] or { "rows": [ {…}, … ] }.',
});

function tooMany(maxRows: number): HubError {
  return new HubError('BAD_REQUEST', `A delivery of this operation has at most ${maxRows} rows.`, {
    fix: 'Send them in several deliveries.',
  });
}

function refuse(statusCode: number, { code, message, fix }: HubError): Error {
  return Object.assign(new HubError(code, message, fix === undefined ? {} : { fix }), { statusCode });
}
