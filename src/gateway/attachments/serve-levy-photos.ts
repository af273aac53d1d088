import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HubError } from '../../base/hub-error.ts';
import type { LevyPhotos } from '../../ports/levy-desk.ts';
import { readBody } from './read-body.ts';
import { withStatus } from './with-status.ts';

const MAX_FILE_BYTES = 10 * 1_048_576;
/** Nobody is known here, so all share these places; each holds one photo. */
const MAX_AT_ONCE = 6;
/** A phone on a slow network needs half of it; whoever sends a byte now and then gives his place back. */
const DEADLINE_MS = 60_000;

/**
 * Adds `POST /levy-photos`: the body is the photo as it is, and the answer `{ id }`, which `reportLevy` names. It asks for no log-in,
 * looks at none, and keeps nothing of who sends.
 */
export async function serveLevyPhotos(app: FastifyInstance, photos: Pick<LevyPhotos, 'keep'>): Promise<void> {
  let sending = 0;
  const take = async (request: FastifyRequest): Promise<{ readonly id: string }> => {
    if (sending >= MAX_AT_ONCE)
      throw new HubError('TOO_MANY_REQUESTS', 'Many photos are being sent at the moment.', { retryAfterSeconds: 5 });
    sending++;
    const deadline = setTimeout(() => request.raw.destroy(), DEADLINE_MS);
    try {
      const file = await readBody(request.body as Readable, MAX_FILE_BYTES);
      if (!file) throw tooLarge();
      return await photos.keep(file);
    } finally {
      clearTimeout(deadline);
      sending--;
    }
  };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    scope.post('/levy-photos', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        const { id } = await take(request);
        return await reply.code(201).send({ id });
      } catch (error) {
        // What is still on its way is not waited for.
        if (!request.raw.readableEnded) reply.header('connection', 'close');
        throw withStatus(error);
      }
    });
  });
}

function tooLarge(): HubError {
  const error = new HubError('ATTACHMENT_REFUSED', 'The photo is larger than 10 MB.', { fix: 'Send a smaller one.' });
  return Object.assign(error, { statusCode: 413 });
}
