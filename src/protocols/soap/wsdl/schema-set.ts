import { SpecMistake } from '../../protocol.ts';
import type { QualifiedName, XmlNode } from '../xml/xml-tree.ts';
import type { Content, Part } from './content.ts';
import type { SchemaNode } from './load-documents.ts';
import { XSD } from './namespaces.ts';

/** The schemas of a WSDL. */
export interface SchemaSet {
  /** The element of that name at the top of a schema. */
  findElement(name: QualifiedName): Part | undefined;
}

interface Definition {
  readonly node: XmlNode;
  readonly schema: SchemaNode;
}

type Kind = 'element' | 'type' | 'group';

/** How an element comes in a group: a group that may be absent or repeated makes its elements so. */
interface Occurrence {
  readonly isRequired: boolean;
  readonly isList: boolean;
}

const ONCE: Occurrence = { isRequired: true, isList: false };
const KINDS: Readonly<Record<string, Kind>> = {
  element: 'element',
  complexType: 'type',
  simpleType: 'type',
  group: 'group',
};

/** Reads schemas. @throws SpecMistake when they name something that none of them defines. */
export function createSchemaSet(schemas: readonly SchemaNode[]): SchemaSet {
  const reader = new SchemaReader(schemas);
  for (const schema of schemas) reader.checkNames(schema);
  return { findElement: (name) => reader.findElement(name) };
}

class SchemaReader {
  readonly #definitions = new Map<string, Definition>();
  readonly #contents = new Map<XmlNode, Content | undefined>();

  constructor(schemas: readonly SchemaNode[]) {
    for (const schema of schemas) {
      for (const node of schema.node.children) {
        const kind = node.namespace === XSD ? KINDS[node.name] : undefined;
        if (kind) this.#definitions.set(keyOf(kind, schema.targetNamespace, node.attributes.name), { node, schema });
      }
    }
  }

  findElement({ namespace, name }: QualifiedName): Part | undefined {
    const found = this.#definitions.get(keyOf('element', namespace, name));
    return found && this.#asPart(found, namespace, ONCE);
  }

  /** Every name of a type, element or group in a schema must lead somewhere: lists below it would be lost. */
  checkNames(schema: SchemaNode): void {
    const visit = (node: XmlNode): void => {
      for (const [attribute, kind] of REFERENCES) {
        const written = node.namespace === XSD ? node.attributes[attribute] : undefined;
        const wanted = attribute === 'ref' ? KINDS[node.name] : kind;
        if (written === undefined || wanted === undefined || this.#isKnown(wanted, written, { node, schema })) continue;
        throw new SpecMistake('wsdl', `names ${written}, which no schema in it defines`, MISSING_SCHEMA);
      }
      node.children.forEach(visit);
    };
    visit(schema.node);
  }

  #isKnown(kind: Kind, written: string, at: Definition): boolean {
    const { namespace } = at.node.resolve(written);
    return OUTSIDE.has(namespace) || this.#find(kind, written, at) !== undefined;
  }

  /** In a schema that was included without a namespace, a name without a prefix means the one it now belongs to. */
  #find(kind: Kind, written: string, { node, schema }: Definition): Definition | undefined {
    const { namespace, name } = node.resolve(written);
    const inside = namespace === '' ? schema.targetNamespace : namespace;
    return this.#definitions.get(keyOf(kind, namespace, name)) ?? this.#definitions.get(keyOf(kind, inside, name));
  }

  #asPart(at: Definition, namespace: string, occurrence: Occurrence): Part {
    const { name = '', nillable } = at.node.attributes;
    const isNillable = nillable === 'true' || nillable === '1';
    return { name, namespace, isNillable, ...occurrence, findContent: () => this.#contentOfElement(at) };
  }

  #contentOfElement(at: Definition): Content | undefined {
    const { type } = at.node.attributes;
    if (type !== undefined) {
      const found = this.#find('type', type, at);
      return found && this.#contentOfType(found);
    }
    const inline = at.node.children.find(({ name }) => name === 'complexType');
    return inline && this.#contentOfType({ ...at, node: inline });
  }

  #contentOfType(type: Definition): Content | undefined {
    if (type.node.name !== 'complexType' || this.#contents.has(type.node)) return this.#contents.get(type.node);
    const parts = this.#listParts(type, ONCE);
    const isText = type.node.children.some(({ name }) => name === 'simpleContent');
    const children = new Map(parts.map((part) => [part.name, part]));
    // A name that comes twice in a sequence comes as a list.
    for (const { name } of parts.filter((part) => children.get(part.name) !== part)) {
      const last = children.get(name);
      if (last) children.set(name, { ...last, isList: true });
    }
    const lists = [...children.values()].filter(({ isList }) => isList).map(({ name }) => name);
    const content = isText ? undefined : { children, lists };
    this.#contents.set(type.node, content);
    return content;
  }

  /** The elements below a node of a schema, those of the type that it extends first. */
  #listParts(at: Definition, outer: Occurrence): Part[] {
    return at.node.children.flatMap((node) => {
      const child = { ...at, node };
      const occurrence = combine(outer, node);
      switch (node.name) {
        case 'element':
          return [this.#partOf(child, occurrence)];
        case 'choice':
          return this.#listParts(child, { ...occurrence, isRequired: false });
        case 'sequence':
        case 'all':
        case 'complexContent':
        case 'restriction':
          return this.#listParts(child, occurrence);
        case 'extension':
          return [
            ...this.#partsOfNamed('type', node.attributes.base, child, occurrence),
            ...this.#listParts(child, outer),
          ];
        case 'group':
          return this.#partsOfNamed('group', node.attributes.ref, child, occurrence);
        default:
          return [];
      }
    });
  }

  #partsOfNamed(kind: Kind, written: string | undefined, at: Definition, outer: Occurrence): Part[] {
    const found = written === undefined ? undefined : this.#find(kind, written, at);
    return found ? this.#listParts(found, outer) : [];
  }

  #partOf(at: Definition, occurrence: Occurrence): Part {
    const { ref, form } = at.node.attributes;
    const { targetNamespace, node } = at.schema;
    const top = ref === undefined ? undefined : this.#find('element', ref, at);
    if (top) return this.#asPart(top, top.schema.targetNamespace, occurrence);
    const isQualified = (form ?? node.attributes.elementFormDefault) === 'qualified';
    return this.#asPart(at, isQualified ? targetNamespace : '', occurrence);
  }
}

const REFERENCES: readonly (readonly [attribute: string, kind: Kind])[] = [
  ['type', 'type'],
  ['base', 'type'],
  ['ref', 'element'],
];
const OUTSIDE: ReadonlySet<string> = new Set([
  XSD,
  'http://www.w3.org/XML/1998/namespace',
  'http://schemas.xmlsoap.org/soap/encoding/',
]);
const MISSING_SCHEMA = 'save the schema that defines it beside it and import it by its name';

function keyOf(kind: Kind, namespace: string, name = ''): string {
  return `${kind} ${namespace} ${name}`;
}

function combine(outer: Occurrence, { attributes: { minOccurs, maxOccurs = '1' } }: XmlNode): Occurrence {
  const isMany = maxOccurs === 'unbounded' || Number(maxOccurs) > 1;
  return { isRequired: outer.isRequired && minOccurs !== '0', isList: outer.isList || isMany };
}
