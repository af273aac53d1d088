import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { type Problem, suggest } from '../problem.ts';
import type { ConnectorFile } from './connector-file.ts';

const schema = JSON.parse(readFileSync(new URL('../connector.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema);

export interface Shape {
  readonly problems: readonly Problem[];
  /** The file's content without what is misshapen, so that the rest can be checked too. */
  readonly sound: Readonly<Record<string, unknown>>;
}

/** Checks a file against the shipped JSON Schema: every mistake at once, each with its line and the nearest right word. */
export function checkShape(file: ConnectorFile): Shape {
  if (validate(file.content)) return { problems: [], sound: file.content };
  const errors = (validate.errors ?? []).filter(isTelling);
  return { problems: errors.map((error) => asProblem(file, error)), sound: removeMisshapen(file.content, errors) };
}

/** What a failed schema says of a file, as mistakes of its author. */
export function describeErrors(file: ConnectorFile, errors: readonly ErrorObject[]): Problem[] {
  return errors.filter(isTelling).map((error) => asProblem(file, error));
}

/** A wrong alternative also fails what it consists of; the keyword that holds the alternatives says it better. */
function isTelling({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'if' && !/\/(?:oneOf|not)\//.test(schemaPath);
}

/** An unknown key goes alone; any other mistake takes the record's field, the entry or the section around it along. */
function removeMisshapen(content: Readonly<Record<string, unknown>>, errors: readonly ErrorObject[]) {
  const sound = structuredClone(content) as Record<string, unknown>;
  for (const error of errors) {
    const path = pathOf(error);
    if (error.keyword === 'additionalProperties') remove(sound, [...path, String(error.params.additionalProperty)]);
    else remove(sound, path.slice(0, path[0] === 'records' ? 3 : 2));
  }
  return sound;
}

function remove(from: Record<string, unknown>, path: readonly string[]): void {
  let parent: unknown = from;
  for (const key of path.slice(0, -1)) parent = (parent as Record<string, unknown> | undefined)?.[key];
  if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[path.at(-1) ?? ''];
}

function pathOf(error: ErrorObject): string[] {
  return error.instancePath.split('/').slice(1).map(unescapePointer);
}

function asProblem(file: ConnectorFile, error: ErrorObject): Problem {
  const path = pathOf(error);
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
  if (error.keyword === 'oneOf')
    return { ...problem, message: `${where} needs ${listAlternatives(error)}, one of them` };
  if (error.keyword === 'not') {
    const rule = String((error.parentSchema as { $comment?: unknown } | undefined)?.$comment ?? 'what it may not have');
    return { ...problem, message: `${where} has too much: ${rule}` };
  }
  if (error.keyword === 'false schema')
    return { ...problem, message: `${where} does not belong to an operation of this kind` };
  if (error.keyword === 'type' && typeof error.parentSchema?.pattern === 'string')
    return { ...problem, message: `${where} ${PATTERNS[error.parentSchema.pattern] ?? error.message}` };
  if (error.keyword === 'pattern')
    return { ...problem, message: `${where} ${PATTERNS[String(params.pattern)] ?? error.message}` };
  return { ...problem, message: `${where} ${error.message ?? 'is not valid'}` };
}

/** The keys, or the words, of which there must be exactly one, as a sentence says them. */
function listAlternatives({ schema }: ErrorObject): string {
  const alternatives = schema as readonly {
    readonly required?: readonly string[];
    readonly enum?: readonly string[];
  }[];
  const names = alternatives.flatMap(({ required, enum: words }) => words ?? (required ? [`"${required[0]}"`] : []));
  return names.length === 2 ? `either ${names.join(' or ')}` : names.join(', ').replace(/, (?=[^,]*$)/, ' or ');
}

const PATTERNS: Readonly<Record<string, string>> = {
  '^/': 'must begin with /, because the address stands in the source',
  '^[a-z][a-z0-9-]*$': 'must be small letters, digits and hyphens',
  '^[a-z0-9-]+\\.yaml$': 'must be the name of a .yaml file in the same folder',
  '^\\d{2}-\\d{2}$': 'must be a month and a day, written "09-30"',
  '^\\d+[smhd]$': 'must be a time span, written 30s, 5m, 12h or 3d',
  '^([01]\\d|2[0-3]):[0-5]\\d$': 'must be a time of day in quotes, written "01:00"',
  '^\\d{1,2}%$': 'must be a share below 100%, written 20%',
  '^[a-z][a-z0-9-]* *= *\\w+$': 'must be a kind of link and the field with its number, written no-permohonan = id',
  '^\\w+( *\\+ *\\d+d)?$': 'must be a field, or days behind one, written submittedOn + 14d',
};

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
