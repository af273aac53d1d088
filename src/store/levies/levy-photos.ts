import { randomUUID } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import type { LevyPhotos } from '../../ports/levy-desk.ts';
import { cleanImage } from '../attachments/clean-image.ts';
import { findFileKind } from '../attachments/file-kind.ts';
import { fitJpeg } from '../attachments/fit-jpeg.ts';
import { refused } from '../attachments/refused.ts';
import type { Database } from '../database.ts';
import { createTurns } from '../pushes/create-turns.ts';
import { withStoreErrors } from '../store-error.ts';
import { createBudget } from './budget.ts';
import type { InspektoratSeal } from './inspektorat-seal.ts';

const HOUR_MS = 3_600_000;
/** Enough to show a face or a slip of paper; sealed it takes a third more. */
const MAX_PHOTO_BYTES = 1_048_576;
/** Of all together in an hour: more than a city reports, too few to fill a disk (a gigabyte a day would be 700 photos). */
const MAX_AN_HOUR = 120;
const MAX_BYTES_AN_HOUR = 60 * 1_048_576;
const PAINTED_AT_ONCE = 1;

const ADD = 'insert into levy_photos (id, content, unused_since) values ($1, $2, $3)';
const SWEEP = 'delete from levy_photos where unused_since < $1 returning id';

/** Creates the keeper of photos for reports: painted anew without EXIF and place, and sealed before they touch the disk. */
export function createLevyPhotos({ pool }: Pick<Database, 'pool'>, seal: InspektoratSeal, clock: Clock): LevyPhotos {
  const takeTurn = createTurns(PAINTED_AT_ONCE);
  const count = createBudget(MAX_AN_HOUR, HOUR_MS, clock);
  const bytes = createBudget(MAX_BYTES_AN_HOUR, HOUR_MS, clock);
  const query = (text: string, values: unknown[]) =>
    withStoreErrors(async () => (await pool.query(text, values)).rows.length);
  const sweep = () => query(SWEEP, [new Date(clock.now() - HOUR_MS)]);
  return {
    keep: async (file) => {
      // Before anybody's processor is used for it: without a key nothing is taken.
      await seal(Buffer.alloc(0));
      count.spend();
      const jpeg = await takeTurn(() => paint(file));
      bytes.spend(jpeg.length);
      const id = randomUUID();
      const content = await seal(jpeg);
      await sweep();
      await query(ADD, [id, content, new Date(clock.now())]);
      return { id };
    },
    sweep,
  };
}

async function paint(file: Buffer): Promise<Buffer> {
  const kind = findFileKind(file);
  if (kind !== 'image/jpeg' && kind !== 'image/png' && kind !== 'image/webp')
    throw refused('Only photos are taken: JPEG, PNG or WebP.', 'Send a photo.');
  return fitJpeg(await cleanImage(file, kind), MAX_PHOTO_BYTES);
}
