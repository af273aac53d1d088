import type { QualifiedName, XmlNode } from '../xml/xml-tree.ts';
import type { Part } from './content.ts';
import { BINDING_VERSIONS, WSDL } from './namespaces.ts';
import type { SchemaSet } from './schema-set.ts';

export type SoapVersion = '1.1' | '1.2';

/** An operation that the hub can call: one element is sent, one comes back. */
export interface SoapOperation {
  readonly name: string;
  readonly version: SoapVersion;
  readonly action: string;
  readonly input: Part;
  readonly output: Part;
}

/** All operations by name; one that the hub cannot call is told by the reason. */
export type SoapOperations = ReadonlyMap<string, SoapOperation | { readonly refusal: string }>;

/** Reads the operations of all SOAP bindings; where both versions are offered, 1.1 is taken: the older systems' own. */
export function readOperations(definitions: readonly XmlNode[], schemas: SchemaSet): SoapOperations {
  const operations = new Map<string, SoapOperation | { readonly refusal: string }>();
  const documents = new WsdlReader(definitions, schemas);
  const bindings = documents.list('binding').flatMap((node) => {
    const [soap, version] = findSoap(node, 'binding');
    return soap && version ? [{ node, version, style: soap.attributes.style }] : [];
  });
  for (const binding of bindings.sort((one, other) => one.version.localeCompare(other.version))) {
    for (const node of binding.node.children.filter((child) => isWsdl(child, 'operation'))) {
      const { name = '' } = node.attributes;
      const known = operations.get(name);
      if (!known || 'refusal' in known) operations.set(name, documents.readOperation(binding, node));
    }
  }
  return operations;
}

interface Binding {
  readonly node: XmlNode;
  readonly version: SoapVersion;
  readonly style: string | undefined;
}

class WsdlReader {
  readonly #definitions: readonly XmlNode[];
  readonly #schemas: SchemaSet;

  constructor(definitions: readonly XmlNode[], schemas: SchemaSet) {
    this.#definitions = definitions;
    this.#schemas = schemas;
  }

  list(kind: string): XmlNode[] {
    return this.#definitions.flatMap(({ children }) => children.filter((child) => isWsdl(child, kind)));
  }

  readOperation({ node: binding, version, style }: Binding, node: XmlNode): SoapOperation | { refusal: string } {
    const { name = '' } = node.attributes;
    const [soap] = findSoap(node, 'operation');
    if ((soap?.attributes.style ?? style ?? 'document') !== 'document') return { refusal: 'is of the RPC style' };
    if (isEncoded(node)) return { refusal: 'is encoded, not literal' };
    const port = this.#find('portType', binding.resolve(binding.attributes.type ?? ''));
    const abstract = port?.children.find((child) => isWsdl(child, 'operation') && child.attributes.name === name);
    const input = this.#findElement(abstract, 'input', node);
    const output = this.#findElement(abstract, 'output', node);
    if (!input || !output) return { refusal: 'does not send one element and get one back' };
    return { name, version, action: soap?.attributes.soapAction ?? '', input, output };
  }

  #find(kind: string, { namespace, name }: QualifiedName): XmlNode | undefined {
    for (const definitions of this.#definitions) {
      if ((definitions.attributes.targetNamespace ?? '') !== namespace) continue;
      const found = definitions.children.find((child) => isWsdl(child, kind) && child.attributes.name === name);
      if (found) return found;
    }
    return undefined;
  }

  /** The element that is the body of a message; its other parts, if any, are headers. */
  #findElement(abstract: XmlNode | undefined, way: 'input' | 'output', bound: XmlNode): Part | undefined {
    const reference = abstract?.children.find((child) => isWsdl(child, way));
    const message = reference && this.#find('message', reference.resolve(reference.attributes.message ?? ''));
    const boundWay = bound.children.find((child) => isWsdl(child, way));
    const bodyPart = boundWay && findSoap(boundWay, 'body')[0]?.attributes.parts;
    const parts = (message?.children ?? []).filter((child) => isWsdl(child, 'part'));
    const body = bodyPart ? parts.filter(({ attributes }) => attributes.name === bodyPart) : parts;
    const [only, ...others] = body;
    if (only?.attributes.element === undefined || others.length > 0) return undefined;
    return this.#schemas.findElement(only.resolve(only.attributes.element));
  }
}

function isWsdl({ namespace, name }: XmlNode, wanted: string): boolean {
  return namespace === WSDL && name === wanted;
}

/** The extension element of SOAP in an element of the WSDL, and the SOAP version that it belongs to. */
function findSoap(node: XmlNode, wanted: string): readonly [XmlNode?, SoapVersion?] {
  for (const child of node.children) {
    const version = child.name === wanted ? findVersion(child.namespace) : undefined;
    if (version) return [child, version];
  }
  return [];
}

function findVersion(namespace: string): SoapVersion | undefined {
  for (const [known, version] of Object.entries(BINDING_VERSIONS)) if (known === namespace) return version;
  return undefined;
}

function isEncoded(operation: XmlNode): boolean {
  return operation.children.some((way) => findSoap(way, 'body')[0]?.attributes.use === 'encoded');
}
