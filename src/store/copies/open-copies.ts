import { HubError } from '../../base/hub-error.ts';
import type { OpenCopies } from '../../ports/open-copies.ts';
import type { Database } from '../database.ts';
import { withStoreErrors } from '../store-error.ts';

interface FoundCopy {
  readonly content: Buffer | null;
  readonly is_sealed: boolean;
  readonly as_of: Date;
}

/** A recapitulation of all OPDs over ten years has some hundred; whatever has more is not meant to be read as one. */
const MAX_RECORDS = 5000;

// One row without content for a stream of which nothing is there: that it has been read in whole is part of the answer.
const LIST = `
  select c.content, coalesce(c.data_key_id is not null, false) as is_sealed, s.as_of
  from sync_streams s left join copies c on c.stream = s.id and c.content is not null
  where s.name = $1 and s.is_complete order by c.key limit ${MAX_RECORDS + 1}`;

/** Creates the reader of copies that hold nobody's data. */
export function createOpenCopies({ pool }: Database): OpenCopies {
  return {
    list: (stream) =>
      withStoreErrors(async () => {
        const { rows } = await pool.query<FoundCopy>({ name: 'copies-open', text: LIST, values: [stream] });
        const [first] = rows;
        if (!first) return undefined;
        if (rows.length > MAX_RECORDS || rows.some(({ is_sealed }) => is_sealed))
          throw new HubError('INTERNAL', `${stream} holds personal data, or too many records to be read as one.`);
        const records = rows.flatMap(({ content }) =>
          content ? [JSON.parse(content.toString('utf8')) as Record<string, unknown>] : [],
        );
        return { records, asOfMs: first.as_of.getTime() };
      }),
  };
}
