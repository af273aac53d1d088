import type { JobBoard } from '../../ports/job-board.ts';
import type { JobQueue } from '../jobs/queue-backend.ts';

/** Only its own files, and nothing that could send or frame them; the page sets styles on its elements. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
/** The page would fetch its fonts from another host; it has others to fall back on. */
const FOREIGN_LINK = /<link [^>]*href="https?:[^>]*>/g;

/** What the board takes, which it knows with a backend for Redis alone. */
type AnyQueue = ConstructorParameters<typeof import('@bull-board/api/bullMQAdapter').BullMQAdapter>[0];

/**
 * Opens Bull Board on the queues, for reading alone: it registers no address that takes anything but GET, and every queue is
 * marked read-only besides, so that its page shows no button. It is loaded here and not before, because most hubs are never
 * looked at this way.
 */
export async function openJobBoard(queues: readonly JobQueue[], basePath: string): Promise<JobBoard> {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter }, { fastify }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
    import('fastify'),
  ]);
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(basePath);
  createBullBoard({
    queues: queues.map(
      (queue) => new BullMQAdapter(queue as unknown as AnyQueue, { readOnlyMode: true, allowRetries: false }),
    ),
    serverAdapter,
    // All queues share one connection, so it cannot tell whose workers there are, and would say that there are none.
    options: { uiConfig: { boardTitle: 'Hub Kota Jambi', hideRedisDetails: true, showWorkers: false } },
  });
  // A fault of the queues is told as such, without what the backend said.
  serverAdapter.setErrorHandler(() => ({ status: 500, body: { error: 'The job queues do not answer.' } }));
  const app = fastify({ logger: false });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (request.method !== 'GET' && request.method !== 'HEAD') await reply.code(405).send({ error: 'Read-only.' });
  });
  app.addHook('onSend', async (_request, _reply, payload) =>
    typeof payload === 'string' && payload.startsWith('<!DOCTYPE') ? payload.replaceAll(FOREIGN_LINK, '') : payload,
  );
  await app.register(serverAdapter.registerPlugin(), { prefix: basePath });
  await app.ready();
  return { answer: (request, response) => app.routing(request, response), close: () => app.close() };
}
