import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { type Problem, suggest } from '../problem.ts';
import type { ConnectorFile } from './connector-file.ts';

const schema = JSON.parse(readFileSync(new URL('../connector.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema);

/** Checks a file against the shipped JSON Schema: every mistake at once, each with its line and the nearest right word. */
export function checkShape(file: ConnectorFile): Problem[] {
  if (validate(file.content)) return [];
  const errors = validate.errors ?? [];
  // A wrong alternative also fails the keyword that holds the alternatives; the inner error says it better.
  return errors.filter((error) => error.keyword !== 'if').map((error) => asProblem(file, error));
}

function asProblem(file: ConnectorFile, error: ErrorObject): Problem {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const where = path.length > 0 ? path.join('.') : 'the file';
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    const line = file.lineOf([...path, key]);
    return { file: file.name, line, message: `unknown key "${key}" in ${where}`, suggestion: suggest(key, known) };
  }
  const problem = { file: file.name, line: file.lineOf(path) };
  if (error.keyword === 'required')
    return { ...problem, message: `${where} lacks "${String(params.missingProperty)}"` };
  if (error.keyword === 'enum') {
    const allowed = (params.allowedValues as unknown[]).map(String);
    return {
      ...problem,
      message: `${where} has a value that is not known`,
      suggestion: suggest(String(error.data), allowed),
    };
  }
  if (error.keyword === 'oneOf') return { ...problem, message: `${where} needs either "get" or "post", one of them` };
  if (error.keyword === 'pattern')
    return { ...problem, message: `${where} ${PATTERNS[String(params.pattern)] ?? error.message}` };
  return { ...problem, message: `${where} ${error.message ?? 'is not valid'}` };
}

const PATTERNS: Readonly<Record<string, string>> = {
  '^/': 'must begin with /, because the address stands in the source',
  '^[a-z][a-z0-9-]*$': 'must be small letters, digits and hyphens',
  '^[a-z0-9-]+\\.yaml$': 'must be the name of a .yaml file in the same folder',
};

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
