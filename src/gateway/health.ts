import type { FastifyInstance } from 'fastify';

/** Tells whether the hub can do its work; each check by its name. OPDs are no part of it: they may be down. */
export interface Readiness {
  check(): Promise<Readonly<Record<string, boolean>>>;
}

/** Adds `/health/live` (the process answers) and `/health/ready` (503 while something of the hub's own is missing). */
export function registerHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const checks = await readiness.check();
    const isReady = Object.values(checks).every(Boolean);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready', checks });
  });
}
