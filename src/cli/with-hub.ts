import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HubError } from '../base/hub-error.ts';
import { projectRoot } from '../project-root.ts';

/** Does something with a hub: the one that runs here, or one started for it, with the simulated city, and stopped again. */
export async function withHub<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const running = findRunningHub();
  if (running) return use(running);
  console.error('No hub runs here; starting one for this command …');
  const script = join(projectRoot, 'demo/start.ts');
  const child = spawn(process.execPath, [...process.execArgv, script], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const closed = new Promise<void>((done) => child.on('close', () => done()));
  try {
    const url = await new Promise<string>((ready, fail) => {
      child.on('message', (message: { ready?: string }) => message.ready && ready(message.ready));
      child.on('close', () => fail(new HubError('CONFIG_INVALID', 'The hub did not start')));
    });
    return await use(url);
  } finally {
    child.kill('SIGTERM');
    await closed;
  }
}

function findRunningHub(): string | undefined {
  const file = join(resolve(process.env.HUB_DATA_DIR || '.data'), 'run.json');
  if (!existsSync(file)) return undefined;
  const { pid, url } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; url: string };
  try {
    process.kill(pid, 0);
    return url;
  } catch {
    return undefined;
  }
}
