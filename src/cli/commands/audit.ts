import { publicTextOf } from '../../base/ed25519-key.ts';
import { HubError } from '../../base/hub-error.ts';
import { readAuditSetting } from '../audit/audit-setting.ts';
import { runExport } from '../audit/export.ts';
import { runVerify } from '../audit/verify.ts';
import type { Run } from '../command.ts';

/** `audit verify|export|key`: proves that the access log is as it was written. */
export const runAudit: Run = async ([action, ...args]) => {
  if (action === 'verify') return runVerify(args);
  if (action === 'export') return runExport(args);
  if (action === 'key') {
    console.log(publicTextOf(readAuditSetting().signingKey()));
    return 0;
  }
  throw new HubError('BAD_USER_INPUT', 'Say what to do with the access log: verify, export or key', {
    fix: 'For example: npm run hub -- audit verify',
  });
};
