import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraphKeyText, readSigningKey, type SubgraphKey } from './identity/index.ts';

/** The key with which the hub vouches for callers to OPDs' own subgraphs: the setting's, or this installation's own. */
export function getSubgraphKey(setting: string | undefined, dataDir: string): SubgraphKey {
  return getKey('HUB_SUBGRAPH_SIGNING_KEY', setting, join(dataDir, 'subgraph-signing-key'));
}

/** The key that signs applications' own tokens: the setting's, or this installation's own. */
export function getAppTokenKey(setting: string | undefined, dataDir: string): SubgraphKey {
  return getKey('HUB_APP_TOKEN_KEY', setting, join(dataDir, 'app-token-key'));
}

/** One of its own is made when it is first needed, and kept for the owner alone. */
function getKey(name: string, setting: string | undefined, file: string): SubgraphKey {
  if (setting) return readSigningKey(setting, name);
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o711 });
    writeFileSync(file, createSubgraphKeyText(), { mode: 0o600, flag: 'wx' });
  }
  return readSigningKey(readFileSync(file, 'utf8').trim(), name);
}
