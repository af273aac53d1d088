import type { ConnectorPlan } from '../plan/connector-plan.ts';

/** Writes a connector file in the manner of the others. */
export function writeYaml(plan: ConnectorPlan): string {
  const { system, describe, source, typeName, fieldName, operation, access } = plan;
  const name = SOURCE_NAMES[plan.sketch.kind];
  const owner = access.owner === undefined ? [] : [`    owner: ${scalar(writeOwner(access.owner))}${OWNER_NOTE}`];
  const lines = [
    '# yaml-language-server: $schema=../../src/connector/connector.schema.json',
    '# Ditulis oleh: npm run hub -- connector new. Silakan ubah; periksa dengan connector check.',
    `system: ${system}`,
    `describe: ${scalar(describe)}`,
    '',
    'sources:',
    `  ${name}:`,
    ...Object.entries(source).map(([key, value]) => `    ${key}: ${flow(value)}`),
    '',
    'records:',
    `  ${typeName}:`,
    ...owner,
    ...plan.fields.map(({ name: field, path, pipe }) => `    ${field}: ${scalar(pipe ? `${path} | ${pipe}` : path)}`),
    '',
    'operations:',
    `  ${operation}:`,
    `    source: ${name}`,
    ...listRequest(plan),
    '',
    'resolve:',
    `  ${access.parent}.${fieldName}: ${flow({ from: operation, ...access.bindings })}`,
  ];
  return `${lines.join('\n')}\n`;
}

const SOURCE_NAMES = { rest: 'api', soap: 'api', sql: 'db', files: 'drop' } as const;
const OWNER_NOTE = ' # milik siapa; diperiksa pada setiap jawaban';

const writeOwner = (owner: string): string => (owner === 'parent' ? owner : `${owner} | nik`);

function listRequest({ request, okWhen, found, typeName, access, omit }: ConnectorPlan): string[] {
  const { sql, ...others } = request;
  return [
    ...(typeof sql === 'string' ? writeSql(sql) : []),
    ...Object.entries(others).map(([key, value]) => `    ${key}: ${flow(value)}`),
    ...(okWhen ? [`    okWhen: ${flow(okWhen)}`] : []),
    ...(access.keepsOwn ? ['    keep: owner # sistem memberi rekaman semua orang'] : []),
    `    rows: ${scalar(found.rows)}`,
    ...(omit ? [`    omit: ${flow(omit)}`] : []),
    `    record: ${typeName}`,
  ];
}

const MAX_WIDTH = 110;

/** Folded over lines, which YAML joins with one blank; a statement with blanks that count stands in one line. */
function writeSql(sql: string): string[] {
  if (/ {2}|[\n\r]/.test(sql)) return [`    sql: ${JSON.stringify(sql)}`];
  const lines: string[] = [];
  for (const word of sql.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > MAX_WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return ['    sql: >-', ...lines.map((line) => `      ${line}`)];
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return scalar(value);
}

const KEYWORD = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;

/** A value that YAML reads back as itself; what it might take for something else stands in quotes. */
function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain = /^[A-Za-z_/$][\w$/.|() ?=&%-]*$/.test(value) && !KEYWORD.test(value) && !/ $| #/.test(value);
  // `${…}` and `?` could begin something else within braces.
  return isPlain && !value.includes('${') ? value : JSON.stringify(value);
}
