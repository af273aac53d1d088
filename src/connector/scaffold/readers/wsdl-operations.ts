import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { childrenOf, localName, parseXmlDocument, type XmlElement } from './xml-document.ts';
import { type MessagePart, XsdElements } from './xsd-elements.ts';

/** An operation of a WSDL that sends one element and gets one back. */
export interface WsdlOperation {
  readonly name: string;
  readonly input: MessagePart;
  readonly output: MessagePart;
}

/** What a WSDL describes, and the files that it consists of. */
export interface Wsdl {
  readonly file: string;
  readonly operations: readonly WsdlOperation[];
  readonly files: ReadonlyMap<string, string>;
}

/** Reads a WSDL and the files beside it that it imports; what it cannot use is told when the connector is checked. */
export function readWsdl(path: string): Wsdl {
  const files = new Map<string, string>();
  const roots: XmlElement[] = [];
  const read = (name: string): void => {
    const place = join(dirname(path), name);
    if (files.has(name) || !/^[\w. -]+$/.test(name) || !existsSync(place)) return;
    const text = readFileSync(place, 'utf8');
    files.set(name, text);
    const root = parseXmlDocument(text);
    roots.push(root);
    for (const location of listImports(root)) read(location.replace(/^\.\//, ''));
  };
  read(basename(path));
  return { file: basename(path), operations: listOperations(roots), files };
}

function listImports(node: XmlElement): string[] {
  const { location, schemaLocation } = node.attributes;
  const own = node.name === 'import' || node.name === 'include' ? [location ?? schemaLocation ?? ''] : [];
  return [...own, ...node.children.flatMap(listImports)].filter((one) => one !== '');
}

function listOperations(roots: readonly XmlElement[]): WsdlOperation[] {
  const schemas = roots.flatMap((root) =>
    root.name === 'schema' ? [root] : childrenOf(root, 'types').flatMap((types) => childrenOf(types, 'schema')),
  );
  const elements = new XsdElements(schemas);
  const messages = new Map(
    roots
      .flatMap((root) => childrenOf(root, 'message'))
      .map(
        (message) => [message.attributes.name ?? '', childrenOf(message, 'part').at(0)?.attributes.element] as const,
      ),
  );
  const partOf = (operation: XmlElement, way: string): MessagePart | undefined => {
    const element = messages.get(localName(childrenOf(operation, way)[0]?.attributes.message ?? ''));
    return element === undefined ? undefined : elements.findElement(element);
  };
  const ports = roots.flatMap((root) => childrenOf(root, 'portType'));
  return ports
    .flatMap((port) => childrenOf(port, 'operation'))
    .flatMap((operation) => {
      const input = partOf(operation, 'input');
      const output = partOf(operation, 'output');
      return input && output ? [{ name: operation.attributes.name ?? '', input, output }] : [];
    });
}
