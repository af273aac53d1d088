// `npm start`: the simulated city in this process and the hub in a process of its own, which is told of the city the way
// an operator would tell it, by its environment.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connectMariadb, connectPostgres } from './connect-databases.ts';
import { type DemoCity, startDemoCity } from './demo-city.ts';
import { demoDir } from './demo-dir.ts';
import { liveOn } from './live-on.ts';
import { placeFile } from './place-file.ts';
import { type DemoSettings, readDemoSettings } from './settings.ts';
import { welcome } from './welcome.ts';

const projectRoot = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const begun = performance.now();
  const settings = readDemoSettings(process.env);
  const dataDir = demoDir(process.env);
  const demo = await startDemoCity(settings, dataDir);
  const { databases } = demo.city;
  const note = connectMariadb(databases, dataDir);
  const endLife = await liveOn(demo.city, dataDir, { lifeSeconds: 0, ...settings });
  const runFile = join(dataDir, 'run.json');
  const { hubEnvironment } = demo;
  const running = { pid: process.pid, issuer: demo.issuer.url, staffIssuer: demo.staffIssuer.url };
  placeFile(runFile, JSON.stringify({ ...running, environment: hubEnvironment }));
  const hub = spawn(process.execPath, [...process.execArgv, join(projectRoot, 'src/main.ts')], {
    cwd: projectRoot,
    env: { ...withoutDemo(process.env), ...demo.hubEnvironment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  hub.on('message', ({ ready, embeddedDatabaseUrl }: { ready?: string; embeddedDatabaseUrl?: string }) => {
    if (!ready) return;
    demo.meetHub(...['127.0.0.1', 'localhost'].map((host) => originAt(host, ready)));
    const serverUrl = embeddedDatabaseUrl ?? process.env.DATABASE_URL;
    if (serverUrl) connectPostgres(databases, serverUrl);
    announce(ready, demo, settings, begun, note);
  });
  const code = await ended(hub);
  endLife();
  rmSync(runFile, { force: true });
  await demo.stop();
  process.exit(code);
}

function announce(url: string, demo: DemoCity, settings: DemoSettings, begun: number, note: string | undefined): void {
  if (process.send) process.send({ ready: url });
  else console.log(welcome({ url, demo, people: settings.people, note, seconds: (performance.now() - begun) / 1000 }));
}

/** Waits for the hub; a signal is passed on, so that it drains before the systems it asks go away. */
function ended(hub: ChildProcess): Promise<number> {
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, () => hub.kill('SIGTERM'));
  return new Promise((resolve) => hub.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0))));
}

function originAt(host: string, hubUrl: string): string {
  const url = new URL(hubUrl);
  url.hostname = host;
  return url.origin;
}

function withoutDemo(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('DEMO_')));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
