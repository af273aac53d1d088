import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../../base/hub-error.ts';
import type { AttachmentStore } from '../../ports/attachment-store.ts';
import { readBody } from './read-body.ts';
import { withStatus } from './with-status.ts';

export interface AttachmentOptions {
  readonly store: Pick<AttachmentStore, 'keep'>;
  /** The NIK of the citizen who sends these headers by one of the city's own applications. @throws HubError for all others */
  findCitizen(headers: IncomingHttpHeaders): Promise<string>;
}

/** A scanned form of some pages; a phone's photo has four. */
const MAX_FILE_BYTES = 10 * 1_048_576;
/** Each is held whole, so this is what all of them may take: 240 MB. Phones on slow networks send for half a minute. */
const MAX_AT_ONCE = 24;
/** Nobody takes all places. */
const MAX_OF_ONE = 3;

/**
 * Adds `POST /attachments`: the body is the file as it is, and the answer `{ id, type, bytes }`, whose id a mutation names. What
 * the sender calls the file counts for nothing; nobody's body is read before it is known who he is.
 */
export async function serveAttachments(app: FastifyInstance, { store, findCitizen }: AttachmentOptions): Promise<void> {
  const places = createPlaces();
  const take = async (request: FastifyRequest, reply: FastifyReply) => {
    const nik = await findCitizen(request.headers);
    if (!places.take(nik)) throw tooMany();
    try {
      const file = await readBody(request.body as Readable, MAX_FILE_BYTES);
      if (!file) throw tooLarge();
      return await reply.code(201).send(await store.keep(nik, file));
    } finally {
      places.leave(nik);
    }
  };
  await app.register(async (scope) => {
    // The file stays a stream until the handler has seen who sends it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    scope.post('/attachments', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        return await take(request, reply);
      } catch (error) {
        // What is still on its way is not waited for.
        if (!request.raw.readableEnded) reply.header('connection', 'close');
        throw withStatus(error);
      }
    });
  });
}

/** Who is sending how many files at the moment. */
function createPlaces() {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take: (nik: string): boolean => {
      const own = taken.get(nik) ?? 0;
      if (all >= MAX_AT_ONCE || own >= MAX_OF_ONE) return false;
      taken.set(nik, own + 1);
      all++;
      return true;
    },
    leave: (nik: string): void => {
      const own = (taken.get(nik) ?? 1) - 1;
      if (own > 0) taken.set(nik, own);
      else taken.delete(nik);
      all--;
    },
  };
}

function tooLarge(): HubError {
  const error = new HubError('ATTACHMENT_REFUSED', 'The file is larger than 10 MB.', { fix: 'Send a smaller one.' });
  return Object.assign(error, { statusCode: 413 });
}

function tooMany(): HubError {
  return new HubError('TOO_MANY_REQUESTS', 'Many files are being sent at the moment.', { retryAfterSeconds: 2 });
}
