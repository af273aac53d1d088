/**
 * The record of who looked at whose data: rows tied to each other by hashes, signed now and then outside the database,
 * verified and exported. It refuses to name a person in the clear, to change or remove a row, and to say that an access
 * is recorded before it is on the disk. It does not decide who may see what, nor what must be recorded.
 */
export { readAuditPublicKey, readAuditSigningKey } from './audit-key.ts';
export type { CheckpointLine } from './checkpoints/checkpoint.ts';
export { readCheckpoints } from './checkpoints/checkpoint-file.ts';
export { type CheckpointOptions, type Checkpoints, createCheckpoints } from './checkpoints/create-checkpoints.ts';
export { type AccessLogOptions, createAccessLog, type OpenAccessLog } from './create-access-log.ts';
export { type ExportOptions, exportAccessLog } from './export/export-access-log.ts';
export { verifyExport } from './export/verify-export.ts';
export type { ChainPoint } from './log-row.ts';
export { describeFinding, type Finding } from './verify/finding.ts';
export { type Verification, verifyAccessLog } from './verify/verify-access-log.ts';
