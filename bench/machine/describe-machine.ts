import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** What figures depend on besides the code. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  /** Name and version of the packages that the contenders are made of. */
  readonly packages: Readonly<Record<string, string>>;
}

const benchDir = join(import.meta.dirname, '..');
const PEER_PACKAGES = ['@apollo/gateway', '@graphql-hive/gateway-runtime', '@graphql-hive/router-runtime'];

/** Describes this machine and what runs on it; the hub's packages are those that the measured query passes. */
export function describeMachine(hubPackages: readonly string[]): Machine {
  const hub = hubPackages.map((name) => [name, readVersion(join(benchDir, '..'), name)] as const);
  const peers = PEER_PACKAGES.map((name) => [name, readVersion(benchDir, name)] as const);
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    packages: Object.fromEntries([...hub, ...peers]),
  };
}

function readVersion(folder: string, name: string): string {
  const file = join(folder, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
