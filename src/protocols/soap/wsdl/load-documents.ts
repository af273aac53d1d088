import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SpecMistake } from '../../protocol.ts';
import { BrokenXml } from '../xml/broken-xml.ts';
import { parseXmlTree, type XmlNode } from '../xml/xml-tree.ts';
import { WSDL, XSD } from './namespaces.ts';

/** A schema with the namespace that its elements belong to. */
export interface SchemaNode {
  readonly node: XmlNode;
  readonly targetNamespace: string;
}

/** A WSDL and everything that it imports. */
export interface Documents {
  readonly definitions: readonly XmlNode[];
  readonly schemas: readonly SchemaNode[];
}

interface Gathered {
  readonly folder: string;
  readonly definitions: XmlNode[];
  readonly schemas: SchemaNode[];
  /** File and namespace of what has been read: files import each other. */
  readonly seen: Set<string>;
}

/**
 * Reads a WSDL file and the files beside it that it imports; nothing is fetched.
 * @throws SpecMistake when one of them cannot be read, or is somewhere else.
 */
export function loadDocuments(path: string): Documents {
  const gathered: Gathered = { folder: dirname(path), definitions: [], schemas: [], seen: new Set() };
  readInto(gathered, basename(path), '');
  if (gathered.definitions.length > 0) return gathered;
  throw new SpecMistake('wsdl', 'is not a WSDL 1.1 file', "save it from the service's address with ?wsdl behind it");
}

function readInto(gathered: Gathered, file: string, namespace: string): void {
  const key = `${namespace} ${file}`;
  if (gathered.seen.has(key)) return;
  gathered.seen.add(key);
  const root = readTree(gathered.folder, file);
  if (root.namespace === XSD && root.name === 'schema') addSchema(gathered, root, namespace, file);
  if (root.namespace === WSDL && root.name === 'definitions') addDefinitions(gathered, root, file);
}

function readTree(folder: string, file: string): XmlNode {
  try {
    return parseXmlTree(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    if (error instanceof BrokenXml) throw new SpecMistake('wsdl', `${file} holds ${error.message}`, SAVE_AGAIN);
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new SpecMistake('wsdl', `${file} cannot be read (${code})`, 'save it beside this file');
  }
}

const SAVE_AGAIN = 'save it anew, as the service gives it';

function addDefinitions(gathered: Gathered, root: XmlNode, file: string): void {
  gathered.definitions.push(root);
  for (const child of root.children) {
    if (child.namespace !== WSDL) continue;
    if (child.name === 'import') follow(gathered, child.attributes.location, child.attributes.namespace ?? '', file);
    if (child.name !== 'types') continue;
    for (const schema of child.children.filter(({ namespace, name }) => namespace === XSD && name === 'schema'))
      addSchema(gathered, schema, '', file);
  }
}

/** A schema without a namespace of its own that is included belongs to the one that includes it. */
function addSchema(gathered: Gathered, node: XmlNode, includedIn: string, file: string): void {
  const targetNamespace = node.attributes.targetNamespace ?? includedIn;
  gathered.schemas.push({ node, targetNamespace });
  for (const { namespace, name, attributes } of node.children) {
    if (namespace !== XSD) continue;
    if (name === 'import') follow(gathered, attributes.schemaLocation, '', file);
    if (name === 'include') follow(gathered, attributes.schemaLocation, targetNamespace, file);
  }
}

/** An import that names no file only says that there is such a namespace. */
function follow(gathered: Gathered, location: string | undefined, namespace: string, from: string): void {
  if (location === undefined) return;
  const file = location.replace(/^\.\//, '');
  if (/^[\w. -]+$/.test(file) && file !== '..') {
    readInto(gathered, file, namespace);
    return;
  }
  const name = file.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '';
  const where = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(file) ? 'over the network' : 'from another folder';
  throw new SpecMistake(
    'wsdl',
    `${from} imports ${name || 'a file'} ${where}, which the hub never fetches`,
    'save that file beside it and import it by its name alone',
  );
}
