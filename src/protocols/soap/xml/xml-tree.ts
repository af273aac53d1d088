import { BrokenXml } from './broken-xml.ts';
import { localName, parseXml } from './parse-xml.ts';
import { decodeText } from './text.ts';

/** A name in its namespace, which is '' when it has none. */
export interface QualifiedName {
  readonly namespace: string;
  readonly name: string;
}

/** An element of a document that is small and read once. */
export interface XmlNode extends QualifiedName {
  /** By their names as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Reads a name that is the value of an attribute, by the prefixes that hold here. */
  resolve(name: string): QualifiedName;
}

type Prefixes = Readonly<Record<string, string>>;

/** Parses a document into its root element; text between elements is left out. @throws BrokenXml */
export function parseXmlTree(text: string): XmlNode {
  const open: (XmlNode & { readonly children: XmlNode[]; readonly prefixes: Prefixes })[] = [];
  let root: XmlNode | undefined;
  parseXml(text, {
    open: (written, undecoded) => {
      const attributes = decodeValues(undecoded);
      const prefixes = addPrefixes(
        open.at(-1)?.prefixes ?? { xml: 'http://www.w3.org/XML/1998/namespace' },
        attributes,
      );
      const resolve = (name: string) => resolveName(name, prefixes);
      const node = { ...resolve(written), attributes, children: [], resolve, prefixes };
      open.at(-1)?.children.push(node);
      root ??= node;
      open.push(node);
    },
    close: () => void open.pop(),
    text: () => {},
  });
  if (!root) throw new BrokenXml('text that is not whole XML');
  return root;
}

function decodeValues(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decodeText(value)]));
}

function addPrefixes(outer: Prefixes, attributes: Readonly<Record<string, string>>): Prefixes {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(declared.map(([name, uri]) => [name.slice('xmlns:'.length), uri])) };
}

function resolveName(name: string, prefixes: Prefixes): QualifiedName {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  return { namespace: prefixes[prefix] ?? '', name: localName(name) };
}
