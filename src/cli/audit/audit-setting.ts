import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAuditPublicKey } from '../../audit/index.ts';
import { readConfig } from '../../config/index.ts';
import { getAuditKey } from '../../key-files.ts';

/** What the commands on the access log need of the configuration. */
export function readAuditSetting() {
  const { auditSigningKey, auditCheckpoints, databaseUrl, dataDir = '.data' } = readConfig(process.env);
  const folder = resolve(dataDir);
  return {
    databaseUrl,
    dataDir: folder,
    checkpointsDir: auditCheckpoints ? resolve(auditCheckpoints) : join(folder, 'audit'),
    /** Read only where it is needed: whoever verifies an export has none. */
    signingKey: () => getAuditKey(auditSigningKey, folder),
  };
}

export type AuditSetting = ReturnType<typeof readAuditSetting>;

/** The public key that a flag gives, as text or as the name of a file that holds it. */
export function readKeyFlag(fileOrText: string) {
  return readAuditPublicKey(existsSync(fileOrText) ? readFileSync(fileOrText, 'utf8') : fileOrText);
}
