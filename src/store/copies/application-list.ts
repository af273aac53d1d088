import type { ApplicationFilter, ApplicationList, ListedApplication } from '../../ports/application-list.ts';
import type { LinkReader } from '../../ports/link-reader.ts';
import type { Database } from '../database.ts';
import { checkKeyRing, hashSubject, type KeyRing } from '../personal-data.ts';
import { withStoreErrors } from '../store-error.ts';
import { type ApplicationChanges, watchChanges } from './application-changes.ts';
import { formatApplicationId, readApplicationId } from './application-id.ts';
import { hashLink, openContent } from './copy-keys.ts';

/** A stream whose records are applications. */
export interface ApplicationStream {
  /** `dpmptsp/perizinan/Permit`. */
  readonly id: string;
  readonly opd: string;
  /** The kind of link by which citizens reach its records, where it is not their NIK. */
  readonly linkKind: string | undefined;
  /** The record's field that holds the OPD's number. */
  readonly numberField: string;
  /** The record's field by which the catalogue knows the service, and the one with what was charged. */
  readonly calledField?: string | undefined;
  readonly chargedField?: string | undefined;
}

export interface ApplicationListParts {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly links: LinkReader;
  readonly streams: readonly ApplicationStream[];
  readonly changes: ApplicationChanges;
}

interface FoundRow {
  readonly stream: number;
  readonly name: string;
  readonly key: Buffer;
  readonly content: Buffer;
  readonly data_key_id: string | null;
  readonly service: string;
  readonly status: string;
  readonly submitted_on: string;
  readonly due_on: string | null;
  readonly as_of: Date | null;
  readonly steps: readonly { status: string; at: string }[] | null;
}

const NO_DAY = '0001-01-01';

const COLUMNS = `
  c.stream, s.name, c.key, c.content, c.data_key_id, c.service, c.status, c.submitted_on::text, c.due_on::text, s.as_of,
  (select json_agg(json_build_object('status', t.status, 'at', t.at) order by t.at) from copy_steps t
   where t.stream = c.stream and t.key = c.key) as steps`;
const LIST = `
  select ${COLUMNS} from copies c join sync_streams s on s.id = c.stream
  where c.subject = any($1::bytea[]) and c.status is not null and c.content is not null and s.name = any($2)
    and ($3::text[] is null or c.status = any($3))
    and ($4::date is null or (c.submitted_on, c.stream, c.key) < ($4::date, $5::int, $6::bytea))
  order by c.submitted_on desc, c.stream desc, c.key desc limit $7`;
const FIND = `
  select ${COLUMNS} from copies c join sync_streams s on s.id = c.stream
  where c.subject = any($1::bytea[]) and c.stream = $2 and c.key = $3 and c.status is not null and c.content is not null`;

/**
 * Creates the list of applications across OPDs: one statement over the copies, whatever systems are down.
 * @throws HubError CONFIG_INVALID when the keys are not usable.
 */
export function createApplicationList(parts: ApplicationListParts): ApplicationList {
  const { database, keys, streams, changes } = parts;
  checkKeyRing(keys);
  const byName = new Map(streams.map((stream) => [stream.id, stream]));
  const describe = (row: FoundRow) => describeRow(row, keys, byName.get(row.name));
  const list = (nik: string, { statuses, opds, after, limit }: ApplicationFilter) =>
    withStoreErrors(async () => {
      const place = after === undefined ? undefined : readApplicationId(after);
      const subjects = await listSubjects(parts, nik);
      const names = streams.filter((stream) => opds?.includes(stream.opd) ?? true).map(({ id }) => id);
      const behind = [place?.day ?? null, place?.stream ?? null, place?.key ?? null];
      const values = [subjects, names, statuses ?? null, ...behind, limit];
      const { rows } = await database.pool.query<FoundRow>({ name: 'applications', text: LIST, values });
      return rows.map(describe);
    });
  const find = (subjects: readonly Buffer[], stream: number, key: Buffer) =>
    withStoreErrors(async () => {
      const { rows } = await database.pool.query<FoundRow>({
        name: 'application',
        text: FIND,
        values: [subjects, stream, key],
      });
      return rows.filter(({ name }) => byName.has(name)).map(describe)[0];
    });
  return {
    list,
    watch: (nik, opds) =>
      watchChanges(changes, {
        listSubjects: () => listSubjects(parts, nik),
        find: async (...place) => {
          const found = await find(...place);
          return found && (opds?.includes(byName.get(found.stream)?.opd ?? '') ?? true) ? found : undefined;
        },
        listAll: () => list(nik, { opds, limit: 100 }),
      }),
  };
}

/** Everything that a citizen's copies may be filed under: his NIK and the numbers that he has linked, under every key in use. */
async function listSubjects({ keys, links, streams }: ApplicationListParts, nik: string): Promise<Buffer[]> {
  const kinds = [...new Set(streams.flatMap(({ linkKind }) => linkKind ?? []))];
  const numbers = await Promise.all(kinds.map((kind) => links.listLinksOf([nik], kind)));
  return keys.index.flatMap((index) => [
    hashSubject(nik, index),
    ...kinds.flatMap((kind, at) => (numbers[at]?.[0] ?? []).map((number) => hashLink(kind, number, index))),
  ]);
}

function describeRow(row: FoundRow, keys: KeyRing, stream: ApplicationStream | undefined): ListedApplication {
  const { name, key, content, data_key_id, service, status, submitted_on, due_on, as_of, steps } = row;
  const record = JSON.parse(openContent(name, key, content, data_key_id, keys)) as Record<string, unknown>;
  const charged = record[stream?.chargedField ?? ''];
  return {
    id: formatApplicationId({ stream: row.stream, day: submitted_on, key }),
    stream: name,
    number: String(record[stream?.numberField ?? ''] ?? ''),
    service,
    called: String(record[stream?.calledField ?? ''] ?? service),
    charged: typeof charged === 'number' ? charged : undefined,
    status,
    submittedOn: submitted_on === NO_DAY ? undefined : submitted_on,
    dueOn: due_on ?? undefined,
    asOfMs: as_of?.getTime() ?? 0,
    steps: (steps ?? []).map((step) => ({ status: step.status, atMs: Date.parse(step.at) })),
  };
}
