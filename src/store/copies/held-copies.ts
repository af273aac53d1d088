import type { LinkBook } from '../../ports/link-book.ts';
import type { Database } from '../database.ts';
import { hashSubject, type KeyRing } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { hashLink, openContent } from './copy-keys.ts';

/** A copy that the hub holds of a record of a citizen. */
export interface HeldCopy {
  readonly stream: string;
  readonly asOfMs: number | undefined;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Some megabytes; nobody has so many records. */
const MAX_COPIES = 20_000;

/** Lists all that the hub holds of a citizen's records, of whatever OPD, also of streams that no file names any more. */
export function createHeldCopies({ pool }: Database, keys: KeyRing, links: Pick<LinkBook, 'listAll'>) {
  return async (nik: string): Promise<readonly HeldCopy[]> => {
    const linked = await links.listAll(nik);
    const subjects = keys.index.flatMap((index) => [
      hashSubject(nik, index),
      ...linked.map(({ kind, value }) => hashLink(kind, value, index)),
    ]);
    return withStoreErrors(async () => {
      const { rows } = await pool.query<{
        name: string;
        as_of: Date | null;
        key: Buffer;
        content: Buffer;
        data_key_id: string | null;
      }>(
        `select s.name, s.as_of, c.key, c.content, c.data_key_id from copies c join sync_streams s on s.id = c.stream
         where c.subject = any($1::bytea[]) and c.content is not null order by s.name, c.key limit ${MAX_COPIES}`,
        [subjects],
      );
      return rows.map(({ name, as_of, key, content, data_key_id }) => ({
        stream: name,
        asOfMs: as_of?.getTime(),
        record: JSON.parse(openContent(name, key, content, data_key_id, keys)) as Record<string, unknown>,
      }));
    });
  };
}
