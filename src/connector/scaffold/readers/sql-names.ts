import { HubError } from '../../../base/hub-error.ts';

export type Dialect = 'mysql' | 'postgres';

/** The dialect of a database's address. @throws HubError BAD_USER_INPUT, which does not repeat it. */
export function dialectOf(address: string): Dialect {
  if (/^(?:mysql|mariadb):\/\//i.test(address)) return 'mysql';
  if (/^postgres(?:ql)?:\/\//i.test(address)) return 'postgres';
  throw new HubError('BAD_USER_INPUT', 'That is no address of a database that the hub reads', {
    fix: 'Write it like: --from mysql://hub:password@10.1.2.3:3306/surat, or postgres://…',
  });
}

// Those that tables of ours are likely to use as a column's name.
const RESERVED = new Set(
  'order group user desc key index from to select where update delete into insert for lock share case when limit offset check column default end all any table references primary replace merge truncate drop alter grant'.split(
    ' ',
  ),
);

/** A name as a statement writes it. */
export function quoteName(dialect: Dialect, name: string): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name)) return name;
  const quote = dialect === 'mysql' ? '`' : '"';
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

/** A column as it is selected: PostgreSQL writes instants with fractions and offsets that no converter should guess at. */
export function writeColumn(
  dialect: Dialect,
  { name, type }: { readonly name: string; readonly type: string },
): string {
  const quoted = quoteName(dialect, name);
  if (dialect === 'mysql' || !type.startsWith('timestamp')) return quoted;
  const local = type.endsWith('with time zone') ? `${quoted} at time zone 'Asia/Jakarta'` : quoted;
  return `to_char(${local}, 'YYYY-MM-DD HH24:MI:SS') as ${quoted}`;
}
