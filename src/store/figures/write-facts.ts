import type { ClientBase } from 'pg';
import type { CopyRow } from '../copies/page-tables.ts';

/**
 * Writes what the rows of a page add to the city's figures, beside the copies that were just written and in their
 * transaction; triggers bring the sums up to date.
 */
export async function writeFacts(
  client: ClientBase,
  stream: number,
  live: readonly CopyRow[],
  gone: readonly CopyRow[],
): Promise<void> {
  const counted = live.flatMap(({ key, rowHash, facts }) => (facts ? [{ key, rowHash, facts }] : []));
  const uncounted = [...gone, ...live.filter(({ facts }) => facts === undefined)];
  if (uncounted.length > 0)
    await client.query({
      name: 'facts-remove',
      // A row that is older than its copy changes nothing.
      text: `delete from city_facts f using unnest($2::bytea[], $3::bytea[]) as r (key, row_hash), copies c
             where f.stream = $1 and f.key = r.key and c.stream = $1 and c.key = r.key and c.row_hash = r.row_hash`,
      values: [stream, uncounted.map(({ key }) => key), uncounted.map(({ rowHash }) => rowHash)],
    });
  if (counted.length === 0) return;
  await client.query({
    name: 'facts-write',
    text: `insert into city_facts as f (stream, key, kind, opd, service, measures)
           select $1, r.key, r.kind, r.opd, r.service, r.measures::jsonb
           from unnest($2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[])
             as r (key, row_hash, kind, opd, service, measures)
           join copies c on c.stream = $1 and c.key = r.key and c.row_hash = r.row_hash
           on conflict (stream, key) do update set kind = excluded.kind, opd = excluded.opd, service = excluded.service,
             measures = excluded.measures
           where (f.kind, f.opd, f.service, f.measures)
             is distinct from (excluded.kind, excluded.opd, excluded.service, excluded.measures)`,
    values: [
      stream,
      counted.map(({ key }) => key),
      counted.map(({ rowHash }) => rowHash),
      counted.map(({ facts }) => facts.kind),
      counted.map(({ facts }) => facts.opd),
      counted.map(({ facts }) => facts.service),
      counted.map(({ facts }) => JSON.stringify(facts.measures.map(({ name, day, amount }) => [name, day, amount]))),
    ],
  });
}
