import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubError } from '../base/hub-error.ts';

/** A key with the name that travels with everything it made. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface Keys {
  readonly index: readonly NamedKey[];
  readonly data: readonly NamedKey[];
}

/** The keys that the settings hold, or else those of this installation, made at its first start and kept for the owner alone. */
export function getKeys(indexKeys: readonly string[], dataKeys: readonly string[], dataDir: string): Keys {
  if (indexKeys.length > 0 && dataKeys.length > 0)
    return { index: indexKeys.map(parseKey), data: dataKeys.map(parseKey) };
  if (indexKeys.length > 0 || dataKeys.length > 0) {
    throw new HubError('CONFIG_INVALID', 'HUB_INDEX_KEYS and HUB_DATA_KEYS must be set together', {
      fix: 'Set both, or neither.',
    });
  }
  const file = join(dataDir, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const fresh = () => [`local:${randomBytes(32).toString('base64')}`];
    writeFileSync(file, JSON.stringify({ index: fresh(), data: fresh() }), { mode: 0o600, flag: 'wx' });
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { index: string[]; data: string[] };
  return { index: kept.index.map(parseKey), data: kept.data.map(parseKey) };
}

function parseKey(text: string): NamedKey {
  const colon = text.indexOf(':');
  return { id: text.slice(0, colon), key: Buffer.from(text.slice(colon + 1), 'base64') };
}
