import { isRow } from '../guess/find-rows.ts';
import type { DeclaredType } from '../source-sketch.ts';
import type { OpenProtocol } from './ask-protocol.ts';
import type { Dialect } from './sql-names.ts';

/** A column of a table or view. */
export interface Column {
  readonly name: string;
  /** As the database says it. */
  readonly type: string;
  readonly declared: DeclaredType | undefined;
  readonly isKey: boolean;
  readonly isReadable: boolean;
  readonly charset: string | undefined;
}

/** Reads the columns of a table in their order. */
export async function listColumns(database: OpenProtocol, dialect: Dialect, table: string): Promise<Column[]> {
  const [place, name] = table.includes('.') ? table.split('.') : [undefined, table];
  const literal = (text = '') => `'${text.replaceAll("'", "''").replaceAll('\\', '')}'`;
  const schema = place === undefined ? (dialect === 'mysql' ? 'database()' : "'public'") : literal(place);
  const extra =
    dialect === 'mysql'
      ? "column_type as full_type, column_key as is_key, coalesce(character_set_name, '') as charset"
      : "data_type as full_type, '' as is_key, '' as charset";
  const rows = await database.ask({
    sql: `select column_name as name, data_type as type, coalesce(numeric_scale, 0) as scale, ${extra}
      from information_schema.columns where table_schema = ${schema} and table_name = ${literal(name)}
      order by ordinal_position`,
  });
  return (Array.isArray(rows) ? rows : []).filter(isRow).map((row) => {
    const type = String(row.type).toLowerCase();
    return {
      name: String(row.name),
      type,
      declared: declaredOf(type, String(row.full_type), Number(row.scale)),
      isKey: row.is_key === 'PRI',
      isReadable: !UNREADABLE.test(type),
      charset: row.charset === '' ? undefined : String(row.charset),
    };
  });
}

const UNREADABLE = /blob|binary|bytea|^bit|geometry|^point|polygon|^array|json|xml|tsvector|vector/;

function declaredOf(type: string, fullType: string, scale: number): DeclaredType | undefined {
  if (fullType === 'tinyint(1)' || type === 'boolean') return 'boolean';
  if (/int|serial|^year/.test(type)) return 'integer';
  if (/numeric|decimal/.test(type)) return scale === 0 ? 'integer' : 'number';
  if (/float|double|real/.test(type)) return 'number';
  if (type === 'date') return 'date';
  if (/^timestamp|^datetime/.test(type)) return 'timestamp';
  return /char|text|enum|set/.test(type) ? 'text' : undefined;
}
