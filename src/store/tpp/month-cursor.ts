import type { Client, Pool } from 'pg';
import { openContent } from '../copies/copy-keys.ts';
import type { KeyRing } from '../personal-data.ts';

/** Types of records that a month is made of, whatever system they come from. */
const monthTypes = ['Employee', 'DailyActivity', 'AttendanceDay', 'AllowancePayment'] as const;
export type MonthType = (typeof monthTypes)[number];

/** A stream of one of them that has been read in whole. */
export interface MonthStream {
  readonly id: number;
  /** `bkpsdmd/kepegawaian`. */
  readonly system: string;
  readonly name: string;
  readonly type: MonthType;
  readonly asOfMs: number;
}

/** A record of somebody, opened. */
export interface MonthRecord {
  readonly subject: Buffer;
  readonly system: string;
  readonly record: Readonly<Record<string, unknown>>;
}

interface CursorRow {
  readonly stream: number;
  readonly subject: Buffer;
  readonly key: Buffer;
  readonly content: Buffer;
  readonly data_key_id: string | null;
}

const LIST_STREAMS = `
  select id, name, as_of from sync_streams where is_complete and as_of is not null and split_part(name, '/', 3) = any($1)
  order by name`;

/** Finds the streams by the name of their type alone, so that another system of the same records needs no change here. */
export async function listMonthStreams(client: Pick<Client | Pool, 'query'>): Promise<MonthStream[]> {
  const { rows } = await client.query<{ id: number; name: string; as_of: Date }>(LIST_STREAMS, [[...monthTypes]]);
  return rows.map(({ id, name, as_of }) => {
    const [opd = '', system = '', type] = name.split('/');
    return { id, name, system: `${opd}/${system}`, type: type as MonthType, asOfMs: as_of.getTime() };
  });
}

/** Rows that are fetched at once: some megabytes. */
const FETCH_ROWS = 2_000;

/**
 * Reads the records of a type in the order of whose they are, through a cursor of the transaction that is open: memory stays
 * the same however many there are.
 */
export async function* readByOwner(
  client: Client,
  keys: KeyRing,
  type: MonthType,
  streams: readonly MonthStream[],
  days: { readonly from: string; readonly until: string } | undefined,
): AsyncGenerator<MonthRecord> {
  const ofType = new Map(streams.filter((one) => one.type === type).map((one) => [one.id, one]));
  if (ofType.size === 0) return;
  // A cursor takes no parameters; these are numbers of ours and days that were read as such.
  const within = days ? `and status is null and submitted_on >= '${days.from}' and submitted_on < '${days.until}'` : '';
  await client.query(`declare ${type} no scroll cursor for
    select stream, subject, key, content, data_key_id from copies
    where stream in (${[...ofType.keys()].join(', ')}) and subject is not null and content is not null ${within}
    order by subject`);
  for (;;) {
    const { rows } = await client.query<CursorRow>(`fetch ${FETCH_ROWS} from ${type}`);
    for (const { stream, subject, key, content, data_key_id } of rows) {
      const { name = '', system = '' } = ofType.get(stream) ?? {};
      const record = JSON.parse(openContent(name, key, content, data_key_id, keys)) as MonthRecord['record'];
      yield { subject, system, record };
    }
    if (rows.length < FETCH_ROWS) break;
  }
}
