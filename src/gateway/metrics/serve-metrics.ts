import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HubError } from '../../base/hub-error.ts';
import type { Metrics } from './metrics.ts';

/**
 * Adds `/metrics` for Prometheus: with the token, or without one set for this machine alone. What a proxy passes on comes
 * from this machine too, so a request that says that it was passed on is refused.
 */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) throw refusal(token);
    const { contentType, text } = await metrics.print();
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  });
  app.addHook('onClose', async () => metrics.close());
}

function mayRead({ headers, ip }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const isPassedOn = Object.keys(headers).some((name) => PASSED_ON.test(name));
  return !isPassedOn && (ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1');
}

/** What proxies add, each its own. */
const PASSED_ON =
  /^(x-forwarded-.*|forwarded|via|x-real-ip|x-client-ip|x-original-.*|cf-connecting-ip|true-client-ip)$/;

/** Compares hashes, so that the time taken says nothing of the token or its length. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', wanted, 'buffer'));
}

function refusal(token: string | undefined): Error {
  const fix = token === undefined ? 'Set HUB_METRICS_TOKEN to read them from elsewhere.' : 'Send HUB_METRICS_TOKEN.';
  const error = new HubError('FORBIDDEN', 'The metrics are for operators.', { fix });
  return Object.assign(error, { statusCode: 403 });
}
