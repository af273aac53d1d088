import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** Runs one of the simulated city's own commands in a process of its own; the hub's code knows nothing of the city. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const child = spawnDemo(args, 'inherit');
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** The same, giving what it printed. @throws Error with its own message when it fails. */
export async function readDemo(args: readonly string[]): Promise<string> {
  const child = spawnDemo(args, 'pipe');
  let output = '';
  let complaint = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(complaint.trim() || `the simulated city's command ended with ${code}`);
  return output;
}

function spawnDemo(args: readonly string[], output: 'inherit' | 'pipe') {
  const script = join(projectRoot, 'demo/cli.ts');
  return spawn(process.execPath, [...process.execArgv, script, ...args], {
    stdio: ['ignore', output, output],
  });
}
