import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAuditSigningKey } from './audit/index.ts';
import { createEd25519Text } from './base/ed25519-key.ts';
import { readSigningKey, type SubgraphKey } from './identity/index.ts';

/** The key with which the hub vouches for callers to OPDs' own subgraphs: the setting's, or this installation's own. */
export function getSubgraphKey(setting: string | undefined, dataDir: string): SubgraphKey {
  return readSigningKey(setting || keptText(join(dataDir, 'subgraph-signing-key')));
}

/** The key that signs applications' own tokens: the setting's, or this installation's own. */
export function getAppTokenKey(setting: string | undefined, dataDir: string): SubgraphKey {
  return readSigningKey(setting || keptText(join(dataDir, 'app-token-key')), 'HUB_APP_TOKEN_KEY');
}

/** The key that signs checkpoints of the access log: the setting's, or this installation's own. */
export function getAuditKey(setting: string | undefined, dataDir: string): KeyObject {
  return readAuditSigningKey(setting || keptText(join(dataDir, 'audit-signing-key')));
}

/** One of its own is made when it is first needed, and kept for the owner alone. */
function keptText(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
    writeFileSync(file, createEd25519Text(), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
