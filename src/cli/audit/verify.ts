import { createPublicKey } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readCheckpoints, verifyAccessLog, verifyExport } from '../../audit/index.ts';
import { HubError } from '../../base/hub-error.ts';
import { readAuditSetting, readKeyFlag } from './audit-setting.ts';
import { reportVerification } from './report-verification.ts';
import { withAuditDatabase } from './with-audit-database.ts';
import { withRowProgress } from './with-row-progress.ts';

/** `audit verify`: the log in the database, or a file that was exported from it. */
export async function runVerify(args: string[]): Promise<number> {
  const options = { export: { type: 'string' }, key: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  if (values.export !== undefined) return verifyFile(values.export, values.key);
  const setting = readAuditSetting();
  const key = values.key === undefined ? createPublicKey(setting.signingKey()) : readKeyFlag(values.key);
  // Before the rows are read: a checkpoint that is made meanwhile may know rows that this reading does not see.
  const checkpoints = await readCheckpoints(setting.checkpointsDir);
  const verification = await withAuditDatabase((database) =>
    withRowProgress('Verifying the access log', (onRows) => verifyAccessLog(database, checkpoints, key, onRows)),
  );
  return reportVerification('The access log', verification);
}

async function verifyFile(file: string, key: string | undefined): Promise<number> {
  if (key === undefined) {
    throw new HubError('BAD_USER_INPUT', 'Say with which key: --key <public key, or a file that holds it>', {
      fix: 'The hub prints it with: npm run -s hub -- audit key',
    });
  }
  const publicKey = readKeyFlag(key);
  try {
    const verification = await withRowProgress('Verifying the export', (onRows) =>
      verifyExport(file, publicKey, onRows),
    );
    return reportVerification('The export', verification);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new HubError('BAD_USER_INPUT', `${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
