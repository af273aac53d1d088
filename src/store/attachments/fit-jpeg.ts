import { HubError } from '../../base/hub-error.ts';

const QUALITY = 85;
/** From one try to the next a picture loses almost half of its pixels. */
const SHRINK = 0.75;
/** Smaller ones show nothing. */
const MIN_SIDE_PX = 160;

/** Paints a picture as a JPEG of at most so many bytes, as large as that allows. @throws HubError INTERNAL where nothing fits. */
export async function fitJpeg(image: Buffer, maxBytes: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { width = 0, height = 0, format } = await sharp(image).metadata();
  if (format === 'jpeg' && image.length <= maxBytes) return image;
  for (let side = Math.max(width, height); side >= MIN_SIDE_PX || side === Math.max(width, height); side *= SHRINK) {
    const fitting = {
      width: Math.ceil(side),
      height: Math.ceil(side),
      fit: 'inside',
      withoutEnlargement: true,
    } as const;
    const jpeg = await sharp(image)
      .resize(fitting)
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer();
    if (jpeg.length <= maxBytes) return jpeg;
  }
  throw new HubError('INTERNAL', `No JPEG of ${maxBytes} bytes can be made of an attachment.`);
}
