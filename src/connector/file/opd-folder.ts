import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';
import type { DatedRule } from '../converters/index.ts';
import { type Problem, suggest } from '../problem.ts';
import { type ConnectorFile, parseConnectorFile } from './connector-file.ts';
import { parseDatedRule } from './dated-rule.ts';

export interface SdlField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly line: number;
}

/** An OPD's folder as it lies on disk. */
export interface OpdFolder {
  readonly opd: string;
  /** Its whole path. */
  readonly path: string;
  readonly sdl: string;
  readonly sdlName: string;
  readonly systems: readonly ConnectorFile[];
  /** Dated rules by file name. */
  readonly rules: ReadonlyMap<string, DatedRule>;
  readonly problems: readonly Problem[];
  /** The fields that the OPD must fill: all of its object types but for key fields and types of other subgraphs. */
  listFields(): SdlField[];
}

/** The OPDs that have a connector, by the names of their folders; folders that begin with `_` are templates. */
export function listOpds(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
}

/** An OPD's own SDL. */
export function readOpdSdl(root: string, opd: string): string {
  return readFileSync(join(root, opd, 'schema.graphql'), 'utf8');
}

/** Reads `connectors/<opd>/`: its SDL, its system files and its dated rules. */
export function readOpdFolder(root: string, opd: string): OpdFolder {
  const folder = join(root, opd);
  const shown = (name: string) => `${basename(root)}/${opd}/${name}`;
  const problems: Problem[] = [];
  const systems: ConnectorFile[] = [];
  const rules = new Map<string, DatedRule>();
  if (!existsSync(folder)) {
    const known = existsSync(root) ? listOpds(root) : [];
    problems.push({
      file: `${basename(root)}/${opd}`,
      line: 0,
      message: 'there is no such folder',
      suggestion: suggest(opd, known),
    });
  } else readYamlFiles(folder, shown, systems, rules, problems);
  const sdlPath = join(folder, 'schema.graphql');
  const sdl = existsSync(sdlPath) ? readFileSync(sdlPath, 'utf8') : '';
  if (sdl === '' && existsSync(folder))
    problems.push({ file: shown('schema.graphql'), line: 0, message: 'is missing or empty' });
  return {
    opd,
    path: resolve(folder),
    sdl,
    sdlName: shown('schema.graphql'),
    systems,
    rules,
    problems,
    listFields: () => listFields(sdl),
  };
}

function readYamlFiles(
  folder: string,
  shown: (name: string) => string,
  systems: ConnectorFile[],
  rules: Map<string, DatedRule>,
  problems: Problem[],
): void {
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    // A rule file is told by its content, so that its name is free.
    if (/^\w+:/m.test(text) && !SYSTEM_SECTION.test(text)) {
      const rule = parseDatedRule(shown(name), text);
      rules.set(name, 'dayFor' in rule ? rule : NO_RULE);
      if (!('dayFor' in rule)) problems.push(...rule);
      continue;
    }
    const file = parseConnectorFile(shown(name), text);
    if ('content' in file) systems.push(file);
    else problems.push(...file);
  }
  if (systems.length === 0 && problems.length === 0) {
    problems.push({ file: shown('<system>.yaml'), line: 0, message: 'there is no system file in this folder' });
  }
}

const SYSTEM_SECTION = /^(system|sources|records|operations|resolve):/m;
// Stands in for a rule whose file has a mistake, which is reported already.
const NO_RULE: DatedRule = { dayFor: () => undefined };

function listFields(sdl: string): SdlField[] {
  const fields: SdlField[] = [];
  for (const node of parse(sdl).definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) collect(node, fields);
  }
  return fields;
}

function collect(node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode, fields: SdlField[]): void {
  const keys = (node.directives ?? []).filter((directive) => directive.name.value === 'key');
  const keyFields = new Set(keys.flatMap((directive) => keyFieldNames(directive.arguments?.[0]?.value)));
  const isStub = keys.some((key) => key.arguments?.some((one) => one.name.value === 'resolvable'));
  for (const field of node.fields ?? []) {
    if (isStub || keyFields.has(field.name.value)) continue;
    fields.push({ typeName: node.name.value, fieldName: field.name.value, line: field.name.loc?.startToken.line ?? 0 });
  }
}

function keyFieldNames(value: { kind: string; value?: unknown } | undefined): string[] {
  return value?.kind === Kind.STRING ? String(value.value).split(/\s+/) : [];
}
