import type { AttachmentType } from '../../ports/attachment-store.ts';
import { refused } from './refused.ts';

export type ImageType = Exclude<AttachmentType, 'application/pdf'>;

/** Enough to read a document by; a phone's camera makes more. */
const MAX_SIDE_PX = 4_096;
/** A small file may unpack to gigabytes; this is a phone's 50 megapixels and some more, 200 MB while it is painted. */
const MAX_PIXELS = 64_000_000;
const MAX_SECONDS = 30;
const JPEG_QUALITY = 85;

/**
 * Paints an image anew: upright, no larger than needed, and with nothing of the old file but its picture. EXIF (where and with
 * what it was taken), comments, colour profiles, thumbnails, further frames and whatever hides behind the picture are gone.
 * @throws HubError ATTACHMENT_REFUSED for what is no sound image or too large a one.
 */
export async function cleanImage(file: Buffer, type: ImageType): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const image = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1, sequentialRead: true })
    .autoOrient()
    .resize({ width: MAX_SIDE_PX, height: MAX_SIDE_PX, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: MAX_SECONDS });
  try {
    if (type === 'image/png') return await image.png().toBuffer();
    if (type === 'image/webp') return await image.webp({ quality: JPEG_QUALITY }).toBuffer();
    return await image.jpeg({ quality: JPEG_QUALITY }).toBuffer();
  } catch (cause) {
    throw refused('The image cannot be read, or is too large.', 'Take the picture anew, or save it as JPEG.', cause);
  }
}
