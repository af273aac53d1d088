import type { AttachmentType } from '../../ports/attachment-store.ts';

/** What a file is by its first bytes; `heic` is known only so that its refusal can say what to do. */
export type FileKind = AttachmentType | 'heic';

const HEIC_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/;

/** Says what a file is, or nothing for a kind that is not taken. */
export function findFileKind(file: Buffer): FileKind | undefined {
  const text = (from: number, to: number) => file.toString('latin1', from, to);
  if (file.length < 12) return undefined;
  if (file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff) return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (/^%PDF-\d/.test(text(0, 6))) return 'application/pdf';
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.test(text(8, 12))) return 'heic';
  return undefined;
}
