// The demo's own commands; `npm run hub -- demo …` and `npm run hub -- token` hand over to it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTROL_PATH } from './control-route.ts';
import { demoDir } from './demo-dir.ts';
import { askForToken } from './issuer/ask-for-token.ts';
import { createPopulation } from './people/population.ts';
import { isStaffAlias } from './people/staff.ts';
import { demoSettings, readDemoSettings } from './settings.ts';

const commands: Readonly<Record<string, (args: string[]) => Promise<void> | void>> = {
  citizens,
  token,
  'rotate-keys': rotateKeys,
  settings,
  environment,
};

/** Aliases and NIKs of the simulated people, aliases first. */
function citizens(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const { people, seed } = readDemoSettings(process.env);
  const everyone = createPopulation(people, seed);
  const shown = values.all ? everyone : everyone.filter((person) => person.alias);
  const rows = shown.map(({ alias = '', nik, name }) => ({ alias, nik, name }));
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else for (const { alias, nik, name } of rows) console.log(`${alias.padEnd(8)} ${nik}  ${name}`);
  if (!values.all && !values.json) console.error(`… and ${everyone.length - shown.length} more: --all`);
}

/** A token of the realm that knows who is asked for: of the running issuer, or of one started for a moment. */
async function token(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      citizen: { type: 'string', default: 'demo' },
      // The same for whoever is no citizen: walikota, petugas-dpmptsp.
      as: { type: 'string' },
      ttl: { type: 'string' },
      acr: { type: 'string' },
    },
  });
  const who = values.as ?? values.citizen;
  const ask = (citizens: string, others: string) =>
    askForToken(`${isStaffAlias(who) ? others : citizens}/token`, who, {
      ttlSeconds: values.ttl === undefined ? undefined : Number(values.ttl),
      acr: values.acr,
    });
  const running = findRunning();
  if (running) {
    console.log(await ask(running.issuer, running.staffIssuer));
    return;
  }
  const { startDemoCity } = await import('./demo-city.ts');
  const demo = await startDemoCity({ ...readDemoSettings(process.env) }, demoDir(process.env));
  try {
    console.log(await ask(demo.issuer.url, demo.staffIssuer.url));
  } finally {
    await demo.stop();
  }
}

/** New signing keys in both realms of the running city; with --drop, tokens signed before are good for nothing. */
async function rotateKeys(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { drop: { type: 'boolean', default: false } } });
  const { issuer, staffIssuer } = getRunning();
  for (const url of [issuer, staffIssuer]) {
    const response = await fetch(url + CONTROL_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rotateKeys: true, drop: values.drop }),
    });
    if (!response.ok) throw new Error(`The issuer at ${url} has not rotated its keys (HTTP ${response.status})`);
  }
  console.log('Both issuers sign with new keys');
}

function settings(): void {
  const rows = demoSettings.map(({ name, describe, fallback }) => ({
    name,
    describe,
    defaultText: String(fallback),
    value: process.env[name] || undefined,
  }));
  console.log(JSON.stringify(rows));
}

/** The settings of the simulated systems that run now, as an operator would give them to the hub. */
function environment(): void {
  console.log(JSON.stringify(getRunning().environment));
}

interface Running {
  readonly pid: number;
  readonly issuer: string;
  readonly staffIssuer: string;
  readonly environment: Readonly<Record<string, string>>;
}

function getRunning(): Running {
  const running = findRunning();
  if (!running) throw new Error('The simulated city does not run: npm start');
  return running;
}

function findRunning(): Running | undefined {
  const file = join(demoDir(process.env), 'run.json');
  if (!existsSync(file)) return undefined;
  const running = JSON.parse(readFileSync(file, 'utf8')) as Running;
  try {
    process.kill(running.pid, 0);
    return running;
  } catch {
    return undefined;
  }
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command) throw new Error(`demo has no command "${name}". Known: ${Object.keys(commands).join(', ')}`);
  await command(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
