import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname, join, relative } from 'node:path';

const SOURCES = join(import.meta.dirname, 'app');
/** How long an older version is left for hubs that have found it. */
const KEPT_MS = 3_600_000;
const CONFIG = join(import.meta.dirname, 'vite.config.ts');

/**
 * Gives the folder of the built pages, building them first, in a process of its own, when their sources have changed
 * since. Builds of several hubs in one checkout do not disturb each other: each version has a folder of its own.
 * @throws when the build fails, with what Vite says.
 */
export async function buildPages(projectRoot: string): Promise<string> {
  const versions = join(projectRoot, 'node_modules', '.cache', 'hub-pages');
  const folder = join(versions, await fingerprint(projectRoot));
  if (existsSync(folder)) return folder;
  await mkdir(versions, { recursive: true });
  const made = join(versions, `.making-${randomUUID()}`);
  await runVite(made);
  await rename(made, folder).catch(async (error: unknown) => {
    // Another hub was quicker, with the same pages.
    await rm(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  await removeOlder(versions, folder);
  return folder;
}

/** What a hub may be about to read stays. */
async function removeOlder(versions: string, current: string): Promise<void> {
  for (const name of await readdir(versions)) {
    const path = join(versions, name);
    const madeMs = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (path !== current && Date.now() - madeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Of everything that the pages are made of, packages included. */
async function fingerprint(projectRoot: string): Promise<string> {
  const entries = await readdir(SOURCES, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const file of [CONFIG, join(projectRoot, 'package-lock.json'), ...files.sort()]) {
    hash.update(`${relative(projectRoot, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function runVite(outDir: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', '--config', CONFIG, '--outDir', outDir, '--logLevel', 'warn'];
  // Whatever the hub runs as: what is built is React as people get it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  // The hub's first queries come first.
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(127)));
  if (code !== 0) throw new Error(`The pages were not built (exit code ${code}): ${said.trim()}`);
}
