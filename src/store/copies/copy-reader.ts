import type { CopyOwner, CopyReader } from '../../ports/copy-reader.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, type KeyRing } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { hashLink, openContent } from './copy-keys.ts';

interface FoundCopy {
  readonly key: Buffer | null;
  readonly content: Buffer | null;
  readonly data_key_id: string | null;
  readonly as_of: Date;
}

// A citizen's records of one system are a handful; a company's may be hundreds.
const MAX_RECORDS = 1000;

// One row without a key for a citizen who has none: that the stream has been read in whole is part of the answer.
const FIND = `
  select c.key, c.content, c.data_key_id, s.as_of
  from sync_streams s left join lateral (
    select key, content, data_key_id, version from copies
    where stream = s.id and subject = any($2::bytea[]) and content is not null
    order by version desc nulls last, key limit ${MAX_RECORDS}
  ) c on true
  where s.name = $1 and s.is_complete`;

/**
 * Creates the reader of the hub's copies.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createCopyReader({ pool }: Database, keys: KeyRing): CopyReader {
  checkKeyRing(keys);
  const subjectsOf = (owner: CopyOwner): Buffer[] =>
    keys.index.map((key) =>
      'nik' in owner ? hashSubject(owner.nik, key) : hashLink(owner.linkKind, owner.number, key),
    );
  return {
    find: (stream, owner) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<FoundCopy>({
          name: 'copies-find',
          text: FIND,
          values: [stream, subjectsOf(owner)],
        });
        const [first] = rows;
        if (!first) return undefined;
        const texts = rows.flatMap(({ key, content, data_key_id }) =>
          key && content ? [openContent(stream, key, content, data_key_id, keys)] : [],
        );
        // While copies move to a new index key, a record lies under both.
        const records = [...new Set(texts)].map((text) => JSON.parse(text) as Record<string, unknown>);
        return { records, asOfMs: first.as_of.getTime() };
      }),
  };
}
