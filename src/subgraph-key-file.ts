import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraphKeyText, readSigningKey, type SubgraphKey } from './identity/index.ts';

/** The key that the setting holds, or else this installation's own, made when it is first needed and kept for the owner alone. */
export function getSubgraphKey(setting: string | undefined, dataDir: string): SubgraphKey {
  if (setting) return readSigningKey(setting);
  const file = join(dataDir, 'subgraph-signing-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    writeFileSync(file, createSubgraphKeyText(), { mode: 0o600, flag: 'wx' });
  }
  return readSigningKey(readFileSync(file, 'utf8').trim());
}
