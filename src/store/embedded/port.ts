import { once } from 'node:events';
import { createServer } from 'node:net';

/** The server listens here only: nobody but this machine's hub has business with it. */
export const LOOPBACK = '127.0.0.1';

/** Returns the preferred port when it is free, otherwise one that the system picks. */
export async function pickFreePort(preferred: number | undefined): Promise<number> {
  if (preferred !== undefined) {
    const port = await tryPort(preferred);
    if (port !== undefined) return port;
  }
  const port = await tryPort(0);
  if (port === undefined) throw new Error('the system has no free port');
  return port;
}

async function tryPort(wanted: number): Promise<number | undefined> {
  const probe = createServer();
  try {
    probe.listen(wanted, LOOPBACK);
    await once(probe, 'listening');
    const address = probe.address();
    return typeof address === 'object' ? address?.port : undefined;
  } catch {
    return undefined;
  } finally {
    probe.close();
  }
}
