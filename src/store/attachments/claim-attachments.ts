import type { Pool } from 'pg';
import { HubError } from '../../base/hub-error.ts';
import type { AttachmentType } from '../../ports/attachment-store.ts';
import { hashSubject, type KeyRing } from '../personal-data.ts';
import { refused } from './refused.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const CLAIM = `
  update attachments set submission_id = $1
  where id = any($2::uuid[]) and subject_hash = any($3) and (submission_id is null or submission_id = $1
    or exists (select from outbox where outbox.id = attachments.submission_id and outbox.state = 'rejected'))
  returning type`;

/**
 * Gives a citizen's attachments to his submission, in the transaction that keeps it; the same again is no mistake, and those
 * of a submission that was refused may go with the next.
 * @throws HubError NOT_FOUND, the same for one that is not there, is somebody else's, or belongs to another submission;
 * ATTACHMENT_REFUSED for one of another type.
 */
export async function claimAttachments(
  client: Pick<Pool, 'query'>,
  keys: KeyRing,
  nik: string,
  ids: readonly string[],
  submissionId: string,
  types?: readonly AttachmentType[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const hashes = keys.index.map((key) => hashSubject(nik, key));
  const claimed = wanted.every((id) => UUID.test(id))
    ? (await client.query<{ type: AttachmentType }>(CLAIM, [submissionId, wanted, hashes])).rows
    : [];
  if (types && claimed.some(({ type }) => !types.includes(type)))
    throw refused('The agency does not take a file of this type.', `Attach one of these: ${types.join(', ')}.`);
  if (claimed.length === wanted.length) return;
  throw new HubError('NOT_FOUND', 'An attachment is not there any more.', {
    fix: 'Upload it again; unused ones go after a day.',
  });
}
