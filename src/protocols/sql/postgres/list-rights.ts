import type { Ask } from '../probe-sql.ts';

const ROLE = `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls
  from pg_catalog.pg_roles where rolname = current_user`;
const SCHEMAS = `select nspname from pg_catalog.pg_namespace
  where has_schema_privilege(oid, 'create') and nspname !~ '^pg_(toast|temp)' order by 1`;
const TABLES = `select nspname, relname
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema')
    and nspname !~ '^pg_(toast|temp)' and has_schema_privilege(n.oid, 'usage')
    and (has_table_privilege(c.oid, 'insert, update, delete, truncate')
      or has_any_column_privilege(c.oid, 'insert, update'))
  order by 1, 2 limit 1000`;

const ROLE_RIGHTS: Readonly<Record<string, string>> = {
  rolcreatedb: 'create databases',
  rolcreaterole: 'create accounts',
  rolreplication: 'replicate the server',
  rolbypassrls: 'pass by row security',
};

/** What the account may do beside reading. */
export async function listPostgresRights(ask: Ask): Promise<string[]> {
  const [role = {}] = await ask(ROLE);
  // The list would say nothing more.
  if (role.rolsuper === true) return ['everything (superuser)'];
  const rights = Object.entries(ROLE_RIGHTS).flatMap(([flag, right]) => (role[flag] === true ? [right] : []));
  const schemas = await ask(SCHEMAS);
  const tables = await ask(TABLES);
  return [
    ...rights,
    ...tables.map(({ nspname, relname }) => `write ${nspname}.${relname}`),
    ...schemas.map(({ nspname }) => `create in the schema ${nspname}`),
  ];
}
