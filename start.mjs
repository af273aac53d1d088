// The way in for every npm script, on any Node from 18 on: installs what the lockfile names when that is needed, then
// hands over to Node 24. Plain JavaScript without dependencies, because nothing may be installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './node-flags.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const stamp = join(root, 'node_modules', '.installed');
const localNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const bin = (name) => join('node_modules', '.bin', name);

// What each script runs, one command after the other.
const scripts = {
  start: [['demo/start.ts']],
  hub: [['src/cli/main.ts']],
  test: [[bin('vitest'), 'run']],
  // Takes half an hour: worker processes killed twenty times over a million rows.
  'test:long': [[bin('vitest'), 'run', '--config', 'vitest.long.config.ts', 'killed']],
  check: [
    [bin('biome'), 'check', '.'],
    [bin('tsc'), '--noEmit', '-p', '.'],
    [bin('tsc'), '--noEmit', '-p', 'src/web/app'],
    [bin('graphql-codegen'), '--config', 'codegen.ts', '--check'],
    ['src/cli/main.ts', 'schema', 'check'],
    ['src/cli/main.ts', 'schema', 'compose', '--check'],
    [bin('knip')],
  ],
  codegen: [[bin('graphql-codegen'), '--config', 'codegen.ts']],
  example: [['examples/client/home.ts']],
  bench: [['bench/start.mjs']],
};

const [name = 'start', ...args] = process.argv.slice(2);
const commands = scripts[name];
if (!commands) fail(`There is no script "${name}". Known: ${Object.keys(scripts).join(', ')}.`);
await install();
for (const [index, command] of commands.entries()) {
  const code = await run(index === commands.length - 1 ? [...command, ...args] : command);
  if (code !== 0) process.exit(code);
}

function fail(line) {
  console.error(line);
  process.exit(1);
}

async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && findNode()) return;
  console.error('Installing what package-lock.json names. Only the first time; about a minute …');
  const begun = Date.now();
  const ticks = setInterval(() => console.error(`  … ${Math.round((Date.now() - begun) / 1000)} s`), 10_000);
  // Not npm ci: it refuses a lockfile that was written where the registry lacks other platforms' optional binaries.
  const npm = spawn('npm', ['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  npm.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => npm.on('close', resolve).on('error', () => resolve(127)));
  clearInterval(ticks);
  if (code !== 0) fail(explain(code, output));
  if (!findNode()) fail(`npm has no Node 24 for ${process.platform} ${process.arch}: install it, then try again.`);
  writeFileSync(stamp, wanted);
}

function explain(code, output) {
  const reason = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1] ?? `exit code ${code}`;
  if (code === 127) return 'npm was not found. Install Node.js with npm, then try again.';
  if (/EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET/.test(reason)) {
    return `Nothing was installed: the package registry cannot be reached (${reason}). Check the network or npm's proxy, then try again.`;
  }
  if (/EACCES|EPERM|EROFS|ENOSPC/.test(reason))
    return `Nothing was installed: cannot write node_modules (${reason}). Use a folder of your own; check the disk.`;
  return `Nothing was installed: npm install failed (${reason}). See why with: npm install --no-save`;
}

function findNode() {
  if (existsSync(localNode) && spawnSync(localNode, ['--version']).status === 0) return localNode;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

async function run(command) {
  const [script, ...rest] = command;
  const env = { ...process.env, PATH: `${dirname(localNode)}:${process.env.PATH}` };
  const child = spawn(findNode(), [...nodeFlags, join(root, script), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  // The child drains, and we wait for it. After Ctrl-C it hears twice, from the terminal and from here; it expects that.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1))),
  );
}
