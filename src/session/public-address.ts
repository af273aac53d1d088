import type { FastifyRequest } from 'fastify';

/** Tells where people open the hub, without a path; undefined where that cannot be known, and so nobody can come back. */
export type FindPublicAddress = (request: Pick<FastifyRequest, 'headers'>) => string | undefined;

// A stranger's page can make a browser name any host, but not one of these with a hub of its own behind it.
const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** By the setting; without one the hub is open to its own machine alone, under whichever name it is called there. */
export function createPublicAddress(publicUrl: string | undefined): FindPublicAddress {
  if (publicUrl !== undefined) return () => publicUrl;
  return ({ headers: { host = '' } }) => (THIS_MACHINE.test(host) ? `http://${host}` : undefined);
}
