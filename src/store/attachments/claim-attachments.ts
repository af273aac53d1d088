import type { Pool } from 'pg';
import { HubError } from '../../base/hub-error.ts';
import { hashSubject, type KeyRing } from '../personal-data.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const CLAIM = `
  update attachments set submission_id = $1
  where id = any($2::uuid[]) and subject_hash = any($3) and (submission_id is null or submission_id = $1)`;

/**
 * Gives a citizen's attachments to his submission, in the transaction that keeps it; the same again is no mistake.
 * @throws HubError NOT_FOUND, the same for one that is not there, is somebody else's, or belongs to another submission.
 */
export async function claimAttachments(
  client: Pick<Pool, 'query'>,
  keys: KeyRing,
  nik: string,
  ids: readonly string[],
  submissionId: string,
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const hashes = keys.index.map((key) => hashSubject(nik, key));
  const claimed = wanted.every((id) => UUID.test(id))
    ? (await client.query(CLAIM, [submissionId, wanted, hashes])).rowCount
    : 0;
  if (claimed === wanted.length) return;
  throw new HubError('NOT_FOUND', 'An attachment is not there any more.', {
    fix: 'Upload it again; unused ones go after a day.',
  });
}
