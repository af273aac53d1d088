import type { ClientBase } from 'pg';
import type { CountedStream } from '../../src/store/index.ts';

/** What the invented applications are spread over. */
export const OPDS = 40;
const SERVICES = 5;
const CHUNK = 20_000;

/** The stream that they come by. */
export const CASES: CountedStream = {
  ...{ id: 'dinas/izin/Permit', opd: 'dinas', system: 'izin' },
  ...{ factKind: 'application', namesOpd: true },
};

/**
 * Fills the copies and facts of a stream with applications of ten years, as a load of their streams would have left them:
 * a third of this year's undecided, one in eight late. Each chunk passes the triggers that keep the sums.
 */
export async function fillCases(client: ClientBase, from: number, until: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `insert into sync_streams (name, fingerprint, index_key_id, is_complete, as_of)
     values ('${CASES.id}', 'bench', 'i', true, now()) on conflict (name) do update set as_of = now() returning id`,
  );
  const stream = rows[0]?.id;
  for (let first = from; first < until; first += CHUNK) {
    const to = Math.min(first + CHUNK, until) - 1;
    await client.query('begin');
    await client.query(
      `insert into copies (stream, key, row_hash, content)
       select $1, decode(lpad(to_hex(i), 32, '0'), 'hex'), decode(lpad(to_hex(i), 32, '0'), 'hex'), '\\x00'
       from generate_series($2::int, $3::int) i`,
      [stream, first, to],
    );
    await client.query(FACTS, [stream, first, to]);
    await client.query('commit');
  }
}

// i spreads over everything by multiplications that share no factor with what they are taken by.
const FACTS = `
  insert into city_facts (stream, key, kind, opd, service, measures)
  select $1, decode(lpad(to_hex(i), 32, '0'), 'hex'), 'application', 'opd-' || i % ${OPDS},
    'opd-' || i % ${OPDS} || '.layanan-' || (i / ${OPDS}) % ${SERVICES},
    case when is_open then jsonb_build_array(jsonb_build_array('received', begun, 1),
      jsonb_build_array('sex:' || sex, begun, 1), jsonb_build_array('age:' || age, begun, 1),
      jsonb_build_array('overdueFrom', begun + 15, 1))
    else jsonb_build_array(jsonb_build_array('received', begun, 1),
      jsonb_build_array('sex:' || sex, begun, 1), jsonb_build_array('age:' || age, begun, 1),
      jsonb_build_array('overdueFrom', begun + 15, 1), jsonb_build_array('decided', begun + took, 1),
      jsonb_build_array('overdueUntil', begun + greatest(15, took), 1),
      jsonb_build_array(case when took <= 14 then 'onTime' else 'late' end, begun + took, 1),
      jsonb_build_array('days:' || took * 5 / 7, begun + took, 1)) end
  from (
    select i, date '2016-12-01' + ((i::bigint * 7919) % 3640)::int as begun, ((i::bigint * 104729) % 16)::int as took,
      (i::bigint * 7919) % 3640 > 3400 and i % 3 = 0 as is_open,
      (array['L', 'P'])[1 + i % 2] as sex, (array['17-24', '25-39', '40-59', '60+'])[1 + (i / 7) % 4] as age
    from generate_series($2::int, $3::int) i
  ) invented`;
