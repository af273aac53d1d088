import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** What a phone writes beside the picture; none of it may be left. */
export const PRIVATE = ['Telepon Budi', 'Jalan Kenanga 7', 'Catatan rahasia'] as const;

/** A photo taken with the phone held upright, with a place, a time and an owner in it: 60 by 40 stored, 40 by 60 seen. */
export async function makePhoto(format: 'jpeg' | 'png' | 'webp' = 'jpeg', width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2a6' } })
    .toFormat(format)
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: PRIVATE[0], ImageDescription: PRIVATE[2], Orientation: '6' },
      IFD2: { UserComment: PRIVATE[1], DateTimeOriginal: '2026:11:24 09:00:00' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 36/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '103/1 37/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** An image of a few bytes that says it is gigabytes large. */
export function makeBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

/** A PDF whose catalogue holds this, with objects packed into a stream where they are given. */
export function makePdf(catalogue = '', packed?: { readonly objects: string; readonly filter?: string }): Buffer {
  const parts = ['%PDF-1.7\n', `1 0 obj\n<< /Type /Catalog ${catalogue} >>\nendobj\n`].map((text) => Buffer.from(text));
  if (packed) {
    const { objects, filter = '/FlateDecode' } = packed;
    const content = deflateSync(Buffer.from(objects));
    parts.push(
      Buffer.from(`2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream\nendobj\n'),
    );
  }
  return Buffer.concat([...parts, Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n')]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
