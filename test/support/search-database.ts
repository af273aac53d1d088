import type { ClientBase } from 'pg';

/** What must not be found, by a name that may be shown. */
export type Needles = ReadonlyMap<string, string>;

/** From so many digits on, their standing in random bytes by chance is out of the question. */
const MIN_PACKED_DIGITS = 12;

/** Lists where in a text a needle stands, in any case of letters. */
export function findInText(where: string, text: string, needles: Needles): string[] {
  const lower = text.toLowerCase();
  return [...needles].flatMap(([name, needle]) => (lower.includes(needle.toLowerCase()) ? [`${where}: ${name}`] : []));
}

/** Looks into every column of every table that is not PostgreSQL's own, whatever its type. */
export async function findInDatabase(pool: Pick<ClientBase, 'query'>, needles: Needles): Promise<string[]> {
  const { rows: tables } = await pool.query<{ schema: string; name: string }>(`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type in ('BASE TABLE', 'LOCAL TEMPORARY') and table_schema not in ('pg_catalog', 'information_schema')`);
  const found = new Set<string>();
  for (const { schema, name } of tables) {
    const { rows } = await pool.query<Record<string, unknown>>(`select * from "${schema}"."${name}"`);
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        for (const one of findInValue(`${name}.${column}`, value, needles)) found.add(one);
  }
  return [...found].sort();
}

function findInValue(where: string, value: unknown, needles: Needles): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => findInValue(where, one, needles));
  if (Buffer.isBuffer(value)) return findInBytes(where, value, needles);
  return findInText(where, typeof value === 'string' ? value : JSON.stringify(value), needles);
}

/** As they are, as the bytes of a needle in hex, and as digits packed two to a byte. */
function findInBytes(where: string, bytes: Buffer, needles: Needles): string[] {
  const hex = bytes.toString('hex');
  const inHex = [...needles].flatMap(([name, needle]) => {
    const isPacked = /^\d+$/.test(needle) && needle.length >= MIN_PACKED_DIGITS && hex.includes(needle);
    return isPacked || hex.includes(Buffer.from(needle).toString('hex')) ? [`${where}: ${name}`] : [];
  });
  return [...findInText(where, bytes.toString('latin1'), needles), ...inHex];
}
