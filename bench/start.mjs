// `npm run bench -- <name>`: installs the bench's own packages when its lockfile changed, then runs the named bench.
// The root's start.mjs has run before: its packages are installed, and this is Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const stamp = join(root, 'node_modules', '.installed');

const benches = {
  home: async () => (await import('./home/run-home.ts')).runHome,
  federation: async () => (await import('./federation/run-federation.ts')).runFederation,
  connector: async () => (await import('./connector/run-connector.ts')).runConnector,
  audit: async () => (await import('./audit/run-audit.ts')).runAudit,
  sync: async () => (await import('./sync/run-sync.ts')).runSync,
  city: async () => (await import('./city/run-city.ts')).runCity,
  portable: async () => (await import('./portable/run-portable.ts')).runPortable,
};

const [name = '', ...args] = process.argv.slice(2);
const open = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!open)
  fail(`There is no bench "${name}". Known: ${Object.keys(benches).join(', ')}. For example: npm run bench -- home`);
install();
const run = await open();
process.exitCode = await run(args);

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error("Installing the bench's own packages (the peers: 160 MB, half a minute). Only the first time …");
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    fail(`The bench's packages were not installed (npm ci in bench/ ended with ${status ?? 'no npm'}).`);
  writeFileSync(stamp, wanted);
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
