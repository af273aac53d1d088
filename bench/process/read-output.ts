import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { nodeFlags } from '../../node-flags.mjs';
import { childEnvironment } from './child-environment.ts';

const TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Runs a script to its end and returns what it printed. @throws Error that repeats what the script complained about. */
export async function readOutput(script: string, given: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeFlags, script, ...given], {
    env: childEnvironment({}),
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout;
}
