import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Whether pages of an origin may call the gateway now. */
export type MayEnter = (origin: string) => boolean;

const METHODS = 'GET, POST';
const REQUEST_HEADERS = 'authorization, content-type, hub-purpose, hub-case';
// What a page may read of an answer beside its body.
const RESPONSE_HEADERS = 'retry-after';
// An origin that is no longer let in is refused with the request itself, however long its preflight is remembered.
const PREFLIGHT_SECONDS = '600';

/**
 * Lets pages of some origins in (CORS). Our own and not @fastify/cors, which does its work for requests without an origin
 * too: those of every server and every app that is no page.
 */
export function allowOrigins(app: FastifyInstance, mayEnter: MayEnter): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined) return done();
    reply.header('vary', 'Origin');
    if (!mayEnter(origin)) return done();
    reply.header('access-control-allow-origin', origin);
    if (!isPreflight(request)) {
      reply.header('access-control-expose-headers', RESPONSE_HEADERS);
      return done();
    }
    sendPreflight(reply);
  });
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function sendPreflight(reply: FastifyReply): void {
  void reply
    .code(204)
    .header('access-control-allow-methods', METHODS)
    .header('access-control-allow-headers', REQUEST_HEADERS)
    .header('access-control-max-age', PREFLIGHT_SECONDS)
    .send();
}
