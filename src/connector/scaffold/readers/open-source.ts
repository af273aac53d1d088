import { existsSync, readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { HubError } from '../../../base/hub-error.ts';
import type { ScaffoldSource, SourceKind } from '../source-sketch.ts';
import { isObject } from './json-schema.ts';
import { openDatabase } from './open-database.ts';
import { openOpenApi } from './open-openapi.ts';
import { openSample } from './open-sample.ts';
import { openTableFile } from './open-table-file.ts';
import { openWsdl } from './open-wsdl.ts';

/** What a connector is to be written from. */
export interface SourceOptions {
  /** A file, or the address of a database. */
  readonly from: string;
  /** Undefined: told by the file's name and content. */
  readonly kind?: SourceKind | undefined;
  /** The WSDL that an XML answer belongs to. */
  readonly wsdl?: string | undefined;
}

const KINDS_OF_FILES =
  'It takes OpenAPI 3 (YAML or JSON), a WSDL, CSV or XLSX, one JSON answer, one XML answer with --wsdl, or mysql://…, postgres://…';

/**
 * Opens what a connector is to be written from.
 * @throws HubError BAD_USER_INPUT that says what is wrong with it and repeats nothing of it.
 */
export async function openScaffoldSource({ from, kind, wsdl }: SourceOptions): Promise<ScaffoldSource> {
  if (/^[a-z]+:\/\//i.test(from)) return fits('sql', kind) ?? openDatabase(from);
  if (!existsSync(from) || !statSync(from).isFile())
    throw new HubError('BAD_USER_INPUT', `There is no file ${from}`, { fix: KINDS_OF_FILES });
  if (/\.(?:csv|xlsx|txt|tsv)$/i.test(from) || kind === 'files') return fits('files', kind) ?? openTableFile(from);
  const text = readFileSync(from, 'utf8');
  if (/^\uFEFF?\s*</.test(text)) return fits('soap', kind) ?? openXml(from, text, wsdl);
  const content = parseText(text);
  fits('rest', kind);
  if (isObject(content) && typeof content.openapi === 'string') return openOpenApi(content);
  if (isObject(content) && content.swagger !== undefined)
    throw new HubError('BAD_USER_INPUT', 'The file is Swagger 2, not OpenAPI 3', {
      fix: 'Convert it at editor.swagger.io (Edit, Convert to OpenAPI 3), or take one recorded answer.',
    });
  if (typeof content === 'object' && content !== null) return openSample(content);
  throw new HubError('BAD_USER_INPUT', 'The file holds neither an object nor a list', { fix: KINDS_OF_FILES });
}

/** @throws HubError when another kind was asked for than the file is of. */
function fits(found: SourceKind, asked: SourceKind | undefined): undefined {
  if (asked === undefined || asked === found) return undefined;
  throw new HubError('BAD_USER_INPUT', `--kind ${asked} does not fit: this is a source of kind ${found}`, {
    fix: KINDS_OF_FILES,
  });
}

function openXml(from: string, text: string, wsdl: string | undefined): ScaffoldSource {
  if (/<(?:\w+:)?definitions[\s>]/.test(text)) return openWsdl(from, undefined);
  if (wsdl !== undefined && existsSync(wsdl)) return openWsdl(wsdl, from);
  throw new HubError('BAD_USER_INPUT', 'An XML answer is read by its WSDL, which is missing', {
    fix: "Save the WSDL from the service's address with ?wsdl behind it, and add: --wsdl <file>. XML without a WSDL the hub does not speak: ask for JSON.",
  });
}

/** YAML is a superset of JSON; PHP's warnings before the JSON are not. */
function parseText(text: string): unknown {
  const start = text.search(/[{[]/);
  for (const candidate of [text, text.slice(Math.max(0, start))]) {
    try {
      return JSON.parse(candidate.replace(/^\uFEFF/, ''));
    } catch {
      // It may still be YAML, or JSON behind a warning.
    }
  }
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch {
    throw new HubError('BAD_USER_INPUT', 'The file is neither JSON nor YAML', { fix: KINDS_OF_FILES });
  }
}
