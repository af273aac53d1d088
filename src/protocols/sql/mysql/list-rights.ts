import type { Ask } from '../probe-sql.ts';

const READING = new Set(['SELECT', 'USAGE', 'SHOW VIEW', 'SHOW DATABASES']);

/** What the account may do beside reading, as SHOW GRANTS says it; passwords stand in its lines, so none is repeated. */
export async function listMysqlRights(ask: Ask): Promise<string[]> {
  const rows = await ask('show grants');
  return rows.flatMap((row) => rightsIn(String(Object.values(row)[0])));
}

/** The rights in one line of SHOW GRANTS that are more than reading. */
export function rightsIn(line: string): string[] {
  const grant = /^GRANT (?<rights>.+?) ON (?<where>.+?) TO /.exec(line)?.groups;
  if (!grant) return /^GRANT /.test(line) ? ['whatever its roles allow'] : [];
  const where = String(grant.where).replaceAll('`', '');
  // SELECT (a, b) is a right to columns.
  const rights = String(grant.rights)
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((right) => right.trim());
  if (/ WITH .*GRANT OPTION/.test(line)) rights.push('GRANT');
  return rights.filter((right) => !READING.has(right)).map((right) => `${right} on ${where}`);
}
