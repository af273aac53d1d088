import { join } from 'node:path';
import { type RunningProcess, startProcess } from '../process/start-process.ts';
import { HEADERS_FILE } from './headers-file.ts';

/** Starts the load generator; a headers file makes it speak for one caller after the other. */
export function startLoadGenerator(
  stack: AsyncDisposableStack,
  headersFile?: string,
): Promise<RunningProcess<unknown>> {
  const script = join(import.meta.dirname, 'load-generator.ts');
  const env = headersFile === undefined ? {} : { [HEADERS_FILE]: headersFile };
  return startProcess({ name: 'load generator', script, env }, stack);
}
