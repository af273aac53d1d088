import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/store/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that all test files share; each creates databases of its own in it. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run; gone with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-tests-'));
  // Lets the server's own account in when root runs the tests.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
