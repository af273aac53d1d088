import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanFile } from './clean-file.ts';
import { makeBomb, makePdf, makePhoto, PRIVATE } from './testing/sample-files.ts';

const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), Buffer.alloc(20)]);
const refusal = { code: 'ATTACHMENT_REFUSED' };

describe('an image', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'of %s keeps its picture and loses all that was written beside it',
    async (format) => {
      const photo = await makePhoto(format);
      const before = await sharp(photo).metadata();
      expect(before.exif?.toString('latin1')).toContain(PRIVATE[0]);
      const { type, content } = await cleanFile(photo);
      expect(type).toBe(`image/${format}`);
      const after = await sharp(content).metadata();
      expect(after).toMatchObject({ format, width: 40, height: 60, space: 'srgb' });
      for (const part of ['exif', 'icc', 'iptc', 'xmp', 'orientation', 'comments'] as const)
        expect(after[part], part).toBeUndefined();
      for (const secret of [...PRIVATE, 'GPS', 'Exif', 'P3']) expect(content.includes(secret), secret).toBe(false);
    },
  );

  it('keeps nothing of what hides behind the picture', async () => {
    const { content } = await cleanFile(Buffer.concat([await makePhoto(), Buffer.from('<?php system("id"); ?>')]));
    expect(content.includes('php')).toBe(false);
  });

  it('is made no larger than needed', async () => {
    const { content } = await cleanFile(await makePhoto('jpeg', 5_000, 1_000));
    expect(await sharp(content).metadata()).toMatchObject({ width: 819, height: 4_096 });
  });

  it('that says it is gigabytes large is refused before it is unpacked', async () => {
    await expect(cleanFile(makeBomb())).rejects.toMatchObject(refusal);
  });

  it('that breaks off is refused', async () => {
    const photo = await makePhoto('jpeg', 400, 400);
    await expect(cleanFile(photo.subarray(0, photo.length / 2))).rejects.toMatchObject(refusal);
  });
});

describe('a file', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('halo halo halo halo')],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture that can run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an office document', Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaa', 'latin1')],
  ])('that is %s is refused, whatever it is called', async (_name, file) => {
    await expect(cleanFile(file)).rejects.toMatchObject({ ...refusal, message: expect.stringContaining('JPEG') });
  });

  it('of an iPhone is refused with what to do', async () => {
    await expect(cleanFile(heic)).rejects.toMatchObject({
      ...refusal,
      fix: expect.stringContaining('Most Compatible'),
    });
  });
});

describe('a PDF', () => {
  it('without anything that acts is taken as it is', async () => {
    const file = makePdf('/Pages 3 0 R', { objects: '3 0 << /Type /Pages >>' });
    expect(await cleanFile(file)).toEqual({ type: 'application/pdf', content: file });
  });

  it.each([
    ['a script', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['a script whose name is disguised', '/OpenAction << /S /J#61va#53cript /JS (x) >>'],
    ['a program to start', '/OpenAction << /S /Launch /F (cmd.exe) >>'],
    ['another file', '/Names << /EmbeddedFiles << /Names [] >> >>'],
    ['a form that acts', '/AcroForm << /XFA 3 0 R >>'],
    ['a password', '/Encrypt 5 0 R'],
  ])('with %s is refused, in the open or packed', async (_name, part) => {
    await expect(cleanFile(makePdf(part))).rejects.toMatchObject(refusal);
    await expect(cleanFile(makePdf('', { objects: `3 0 << ${part} >>` }))).rejects.toMatchObject(refusal);
  });

  it.each([
    ['a filter that is not known', { objects: 'x', filter: '/LZWDecode' }],
    ['two filters', { objects: 'x', filter: '[/ASCIIHexDecode /FlateDecode]' }],
    ['a predictor', { objects: 'x', filter: '/FlateDecode /DecodeParms << /Predictor 12 >>' }],
  ])('whose objects are packed with %s is refused', async (_name, packed) => {
    await expect(cleanFile(makePdf('', packed))).rejects.toMatchObject({
      ...refusal,
      message: expect.stringContaining('cannot be checked'),
    });
  });

  it('whose objects unpack without end is refused', async () => {
    const packed = { objects: ' '.repeat(30 * 1_048_576) };
    await expect(cleanFile(makePdf('', packed))).rejects.toMatchObject({
      ...refusal,
      message: expect.stringContaining('cannot be unpacked'),
    });
  });

  it.each([
    ['a string', '(endobj 9 0 obj)'],
    ['a comment', '% 9 0 obj\n'],
    ['blanks', ' '.repeat(5_000)],
  ])('whose packed objects hide behind %s is refused', async (_name, cover) => {
    const packed = { objects: '3 0 << /S /JavaScript >>', filter: `/FlateDecode ${cover}` };
    await expect(cleanFile(makePdf('', packed))).rejects.toMatchObject(refusal);
  });

  it('that breaks off is refused', async () => {
    await expect(cleanFile(makePdf().subarray(0, 60))).rejects.toMatchObject(refusal);
  });
});
