import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitJpeg } from './fit-jpeg.ts';

/** What no encoder makes small. */
const noise = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } });

describe('a picture that must be a small JPEG', () => {
  it('is left as it is when it is one', async () => {
    const jpeg = await noise(200).jpeg().toBuffer();
    expect(await fitJpeg(jpeg, 1_000_000)).toBe(jpeg);
  });

  it('is scaled down until it fits, and not further than needed', async () => {
    const fitted = await fitJpeg(await noise(1_200).png().toBuffer(), 300_000);
    expect(fitted.length).toBeLessThanOrEqual(300_000);
    expect(fitted.length).toBeGreaterThan(100_000);
    expect((await sharp(fitted).metadata()).format).toBe('jpeg');
  });

  it('gets white where it was transparent', async () => {
    const clear = sharp({ create: { width: 20, height: 20, channels: 4, background: '#0000' } });
    const fitted = await fitJpeg(await clear.png().toBuffer(), 10_000);
    expect((await sharp(fitted).raw().toBuffer())[0]).toBe(255);
  });

  it('is refused where nothing fits', async () => {
    await expect(fitJpeg(await noise(400).png().toBuffer(), 500)).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
