import type { AttachmentType } from '../../ports/attachment-store.ts';
import { checkPdf } from './check-pdf.ts';
import { cleanImage } from './clean-image.ts';
import { findFileKind } from './file-kind.ts';
import { refused } from './refused.ts';

export interface CleanFile {
  readonly type: AttachmentType;
  readonly content: Buffer;
}

/** Makes of what somebody sent what may be kept. @throws HubError ATTACHMENT_REFUSED */
export async function cleanFile(file: Buffer): Promise<CleanFile> {
  const kind = findFileKind(file);
  if (kind === undefined) throw refused('Only JPEG, PNG, WebP and PDF are taken.', 'Send a photo or a PDF.');
  if (kind === 'heic') {
    throw refused(
      'HEIC images cannot be read here.',
      'Send it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.',
    );
  }
  if (kind === 'application/pdf') {
    checkPdf(file);
    return { type: kind, content: file };
  }
  return { type: kind, content: await cleanImage(file, kind) };
}
