import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';
import { LineCounter, parseDocument } from 'yaml';
import { HubError } from './hub-error.ts';

/** What a file of settings must look like. */
export interface YamlListRules {
  /** The setting that names the file, for messages. */
  readonly setting: string;
  /** JSON Schema of one entry; its defaults are filled in. */
  readonly entry: object;
}

/**
 * Reads a YAML file that is a list of maps of one kind.
 * @throws HubError CONFIG_INVALID that lists every mistake with its line and the nearest right word, and no values.
 */
export function readYamlList<Entry>(file: string, { setting, entry }: YamlListRules): Entry[] {
  const lines = new LineCounter();
  const document = parseDocument(readText(file, setting), { lineCounter: lines, uniqueKeys: true, strict: true });
  const at = (offset: number | undefined) => `${file}:${lines.linePos(offset ?? 0).line}`;
  refuse(
    setting,
    document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message.split(' at line')[0]}`),
  );
  const content: unknown = document.toJS({ maxAliasCount: 20 });
  if (!Array.isArray(content)) throw refusal(setting, [`${file}: must be a list: begin each entry with "- "`]);
  const validate = compile(entry);
  if (!validate(content)) {
    const lineOf = (path: readonly string[]): string => {
      for (let length = path.length; length > 0; length--) {
        const node: unknown = document.getIn(path.slice(0, length).map(asIndex), true);
        if (hasRange(node)) return at(node.range[0]);
      }
      return file;
    };
    refuse(
      setting,
      (validate.errors ?? []).map((error) => describe(error, lineOf)),
    );
  }
  return content as Entry[];
}

// Compiling takes longer than reading, and a folder of files has one schema.
const compiled = new WeakMap<object, ValidateFunction>();
// Made once: it compiles the schema of schemas first.
let ajv: Ajv | undefined;

function compile(entry: object): ValidateFunction {
  const known = compiled.get(entry);
  if (known) return known;
  ajv ??= new Ajv({ allErrors: true, strict: false, verbose: true, useDefaults: true });
  const validate = ajv.compile({ type: 'array', items: entry });
  compiled.set(entry, validate);
  return validate;
}

function readText(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new HubError('CONFIG_INVALID', `${setting} cannot be read (${code})`, {
      fix: 'Give the path of a YAML file that the hub may read.',
      cause,
    });
  }
}

function describe(error: ErrorObject, lineOf: (path: readonly string[]) => string): string {
  const path = error.instancePath.split('/').slice(1);
  const where = path.slice(1).join('.') || 'the entry';
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    return `${lineOf([...path, key])}: unknown key "${key}" in ${where}${suggest(key, known)}`;
  }
  if (error.keyword === 'required') return `${lineOf(path)}: ${where} lacks "${String(params.missingProperty)}"`;
  if (error.keyword === 'enum') {
    const allowed = (params.allowedValues as unknown[]).map(String);
    return `${lineOf(path)}: ${where} has a value that is not known${suggest(String(error.data), allowed)}`;
  }
  const hint = (error.parentSchema as { $comment?: unknown } | undefined)?.$comment;
  return `${lineOf(path)}: ${where} ${typeof hint === 'string' ? hint : (error.message ?? 'is not valid')}`;
}

function suggest(wrong: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(wrong, [...known]);
  const isNear = distance(wrong.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(wrong.length / 3));
  return isNear ? ` — did you mean ${nearest}?` : ` — one of: ${known.join(', ')}`;
}

/** A number in a path may be a place in a list; the keys of the maps here are never numbers. */
function asIndex(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && Array.isArray((node as { range?: unknown }).range);
}

function refuse(setting: string, problems: readonly string[]): void {
  if (problems.length > 0) throw refusal(setting, problems);
}

function refusal(setting: string, problems: readonly string[]): HubError {
  return new HubError('CONFIG_INVALID', `${setting} has ${problems.length} mistake(s):\n  ${problems.join('\n  ')}`, {
    fix: 'Mend the file, then start again.',
  });
}
