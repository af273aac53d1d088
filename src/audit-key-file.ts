import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditKeyText, readAuditSigningKey } from './audit/index.ts';

/** The key that the setting holds, or else this installation's own, made when it is first needed and kept for the owner alone. */
export function getAuditKey(setting: string | undefined, dataDir: string): KeyObject {
  if (setting) return readAuditSigningKey(setting);
  const file = join(dataDir, 'audit-signing-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    writeFileSync(file, createAuditKeyText(), { mode: 0o600, flag: 'wx' });
  }
  return readAuditSigningKey(readFileSync(file, 'utf8').trim());
}
