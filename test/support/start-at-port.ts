import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below those that systems give to whoever asks for any port (from 32768 on Linux): nobody is given one of these while a
// test has its server stopped for a while.
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;
const ATTEMPTS = 20;

/** Starts a server that comes back to its port: at one that nobody has, tried again elsewhere if somebody was quicker. */
export async function startAtPort<Server>(start: (port: number) => Promise<Server>): Promise<[Server, number]> {
  for (let attempt = 1; ; attempt++) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isTaken(port)) continue;
    try {
      return [await start(port), port];
    } catch (error) {
      if (attempt === ATTEMPTS || !(await isTaken(port))) throw error;
    }
  }
}

async function isTaken(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
    return false;
  } catch {
    return true;
  } finally {
    probe.close();
  }
}
