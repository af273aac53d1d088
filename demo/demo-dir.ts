import { join, resolve } from 'node:path';

/** Where the demo keeps its issuer's keys and what it tells the command line. */
export function demoDir(environment: Readonly<Record<string, string | undefined>>): string {
  return join(resolve(environment.HUB_DATA_DIR || '.data'), 'demo');
}
