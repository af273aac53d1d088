import { HubError } from '../../../base/hub-error.ts';
import { isRow, type Row } from '../guess/find-rows.ts';
import type { RequestChoice, ScaffoldSource, SourceSketch } from '../source-sketch.ts';
import { type OpenProtocol, openProtocol } from './ask-protocol.ts';
import { type Column, listColumns } from './database-columns.ts';
import { pickChoice } from './pick-choice.ts';
import { type Dialect, dialectOf, quoteName, writeColumn } from './sql-names.ts';

const SAMPLE_ROWS = 20;

/**
 * Opens a database by its address: what it has is read from information_schema, and of the chosen table or view no more
 * than 20 rows, in a read-only transaction.
 * @throws HubError BAD_USER_INPUT
 */
export async function openDatabase(address: string): Promise<ScaffoldSource> {
  const dialect = dialectOf(address);
  const database = openProtocol('sql', { sql: address });
  try {
    const choices = await listTables(database, dialect);
    return {
      kind: 'sql',
      flag: '--table',
      choices,
      sketch: (choice) => sketchTable({ address, dialect, database }, pickChoice(choice, choices, '--table')),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Place {
  readonly address: string;
  readonly dialect: Dialect;
  readonly database: OpenProtocol;
}

async function listTables(database: OpenProtocol, dialect: Dialect): Promise<string[]> {
  const where =
    dialect === 'mysql' ? 'table_schema = database()' : "table_schema not in ('pg_catalog', 'information_schema')";
  // Views first: one that was made for the hub is what it should read.
  const rows = await database.ask({
    sql: `select table_schema as place, table_name as name from information_schema.tables where ${where}
      order by case when table_type = 'VIEW' then 0 else 1 end, table_schema, table_name`,
  });
  const named = asRows(rows).map(({ place, name }) =>
    dialect === 'mysql' || place === 'public' ? String(name) : `${String(place)}.${String(name)}`,
  );
  if (named.length > 0) return named;
  throw new HubError('BAD_USER_INPUT', 'The account sees no table and no view', {
    fix: 'Give it SELECT on a view of the data: grant select on v_surat to hub.',
  });
}

async function sketchTable({ address, dialect, database }: Place, table: string): Promise<SourceSketch> {
  const all = await listColumns(database, dialect, table);
  const columns = all.filter(({ isReadable }) => isReadable);
  const left = all.filter(({ isReadable }) => !isReadable).map(({ name }) => name);
  const isLatin1 = dialect === 'mysql' && columns.some(({ charset }) => charset?.startsWith('latin1'));
  const source = isLatin1 ? { charset: 'latin1' } : {};
  const request = (choice: RequestChoice) => ({ sql: writeSelect(dialect, table, columns, choice) });
  const everything = { columns: columns.map(({ name }) => name), by: undefined, textColumns: [] };
  const reading = isLatin1 ? openProtocol('sql', { sql: address, ...source }) : database;
  const sql = `${request(everything).sql} limit ${SAMPLE_ROWS}`;
  const answer = await reading.ask({ sql }).finally(() => (reading === database ? undefined : reading.close()));
  return {
    kind: 'sql',
    subject: table.split('.').at(-1) ?? table,
    describe: `Basis data ${dialect === 'mysql' ? 'MySQL' : 'PostgreSQL'}, ${table}`,
    answer,
    isInvented: false,
    rows: '[]',
    declared: new Map(columns.flatMap(({ name, declared }) => (declared ? [[name, declared] as const] : []))),
    parameters: undefined,
    key: columns.find(({ isKey }) => isKey)?.name,
    source,
    auth: undefined,
    attachments: new Map(),
    notes: left.length > 0 ? [`kolom yang bukan teks, angka atau tanggal dilewati: ${left.join(', ')}`] : [],
    request,
  };
}

function writeSelect(dialect: Dialect, table: string, all: readonly Column[], { columns, by }: RequestChoice): string {
  const chosen = all.filter(({ name }) => columns.includes(name));
  const from = table
    .split('.')
    .map((part) => quoteName(dialect, part))
    .join('.');
  const list = chosen.map((column) => writeColumn(dialect, column)).join(', ');
  const where = by ? ` where ${quoteName(dialect, by.column)} = :${by.parameter}` : '';
  return `select ${list} from ${from}${where}`;
}

function asRows(answer: unknown): Row[] {
  return Array.isArray(answer) ? answer.filter(isRow) : [];
}
